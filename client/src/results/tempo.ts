/** A measured tempo as it is prescribed: eccentric-pause-concentric-pause in whole seconds, `3-1-3-0`. */
export function formatTempo(tempo: readonly [number, number, number, number]): string {
  return tempo.map((seconds) => Math.max(0, Math.round(seconds))).join('-');
}

const TEMPO = /^\d{1,2}-\d{1,2}-\d{1,2}-\d{1,2}$/;

/** Whether a prescription can be read: four whole numbers of seconds. */
export function isTempo(text: string): boolean {
  return TEMPO.test(text);
}
