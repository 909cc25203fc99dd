/** Signed out in another tab's time, too: the moment of the last input is shared between the tabs of a browser. */
const PLACE = 'plumbline.lastInput';
const TOLD_EVERY_MS = 5_000;

export function noteInput(nowMs: number): void {
  try {
    if (nowMs - lastInputMs(0) > TOLD_EVERY_MS) localStorage.setItem(PLACE, String(nowMs));
  } catch {
    // Without storage each tab stands for itself: the server's own limit holds.
  }
}

/** When somebody last used a page of this browser; `otherwise` where nobody has. */
export function lastInputMs(otherwise: number): number {
  try {
    return Number(localStorage.getItem(PLACE)) || otherwise;
  } catch {
    return otherwise;
  }
}
