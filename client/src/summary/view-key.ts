import { summary } from '../i18n/en/summary.ts';

/** The text for a camera view; `other` shows its code. */
export function viewKey(view: string): keyof typeof summary.view {
  return Object.hasOwn(summary.view, view) ? (view as keyof typeof summary.view) : 'other';
}
