import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const REMEMBERED = 'plumbline.theme';
const listeners = new Set<() => void>();
let chosen: Theme = 'system';

/** Draws the page in the theme chosen on this device, and follows the device while none is. */
export function startTheme(): void {
  chosen = remembered();
  draw();
  deviceIsDark().addEventListener('change', draw);
}

export function changeTheme(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(REMEMBERED, theme);
  } catch {
    // A browser that keeps nothing still shows the theme now.
  }
  draw();
  for (const tell of listeners) tell();
}

/** The theme chosen on this device. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen);
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function deviceIsDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function draw() {
  document.documentElement.dataset.theme = chosen === 'system' ? (deviceIsDark().matches ? 'dark' : 'light') : chosen;
}

function remembered(): Theme {
  try {
    const theme = localStorage.getItem(REMEMBERED);
    return THEMES.find((one) => one === theme) ?? 'system';
  } catch {
    return 'system';
  }
}
