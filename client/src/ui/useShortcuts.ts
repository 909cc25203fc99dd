import { useEffect, useRef } from 'react';

/** What each key does: `a`, `Enter`, `.`; absent or false where it does nothing now. */
export type Shortcuts = Record<string, (() => void) | false | null | undefined>;

/** Keys for the whole page. Not while somebody types, nor with Ctrl, Alt or Meta; a control that has the focus keeps its own Enter and Space. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (isBusyWith(event.target, key)) return;
      const act = current.current[key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="spinbutton"]';

function isBusyWith(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPED_INTO)) return key !== 'Escape';
  // A switch and a radio answer to Space alone.
  if (key === 'Enter') return target.closest('button, a') !== null;
  return key === ' ' && target.closest('button, a, [role="radio"], [role="switch"]') !== null;
}
