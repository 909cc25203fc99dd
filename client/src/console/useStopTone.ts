import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect } from 'react';

/** Falling pairs of tones, Hz: heard by somebody who looks elsewhere. */
const TONES = [880, 587, 880, 587];
const TONE_S = 0.22;

/** Sounds once when the patient presses STOP. Silent where the browser allows no sound yet. */
export function useStopTone(stop: EncounterState['stop']): void {
  const pressedMs = stop?.by === 'patient' ? stop.atMs : null;
  useEffect(() => {
    if (pressedMs === null) return;
    const context = new AudioContext();
    const volume = new GainNode(context, { gain: 0.25 });
    volume.connect(context.destination);
    for (const [i, frequency] of TONES.entries()) {
      const tone = new OscillatorNode(context, { type: 'triangle', frequency });
      tone.connect(volume);
      tone.start(context.currentTime + i * TONE_S);
      tone.stop(context.currentTime + (i + 0.9) * TONE_S);
    }
    return () => void context.close();
  }, [pressedMs]);
}
