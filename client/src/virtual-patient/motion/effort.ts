/** A tremor of about six a second that comes with the effort: `moved` is 0 at rest and 1 at the peak. */
export function tremble(timeMs: number, moved: number, degrees: number): number {
  const t = (2 * Math.PI * timeMs) / 1000;
  return degrees * Math.min(1, moved * 5) * (0.65 * Math.sin(6.1 * t) + 0.35 * Math.sin(8.3 * t + 1));
}
