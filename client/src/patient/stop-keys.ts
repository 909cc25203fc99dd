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
]);

/** Whether a key is a STOP: any key is, unless it writes, moves through the page, belongs to a shortcut or presses a focused control. */
export function isStopKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>,
  focused: Element | null,
): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || HARMLESS.has(event.key)) return false;
  if (focused?.matches('input, textarea, select, [contenteditable="true"]')) return false;
  const presses = event.key === 'Enter' || event.key === ' ';
  return !(presses && focused?.matches('button, a, [role="button"]'));
}
