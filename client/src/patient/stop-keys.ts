/** Keys that only help to reach other keys, or move through the page. */
const HARMLESS = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Tab',
  'Fn',
  'Dead',
  'PageUp',
  'PageDown',
  'AudioVolumeUp',
  'AudioVolumeDown',
  'AudioVolumeMute',
  'BrightnessUp',
  'BrightnessDown',
  'PrintScreen',
  'ContextMenu',
]);
/** The browser's own: reload, full screen, help. */
const FUNCTION_KEY = /^F\d{1,2}$/;

/** Whether a key is a STOP: any key is, unless it writes, moves through the page, belongs to a shortcut or presses a focused control. */
export function isStopKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>,
  focused: Element | null,
): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (HARMLESS.has(event.key) || FUNCTION_KEY.test(event.key)) return false;
  if (focused?.matches('input, textarea, select, [contenteditable="true"], [role="radio"]')) return false;
  const presses = event.key === 'Enter' || event.key === ' ';
  return !(presses && focused?.matches('button, a, [role="button"]'));
}
