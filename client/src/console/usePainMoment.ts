import type { PainMark, PainMarkKind } from '@plumbline/shared/encounter';
import { useCallback, useEffect, useRef } from 'react';
import { listenToLive } from '../measurement/index.ts';
import type { RoomHandle } from '../room/index.ts';
import { painMoment, type Sample } from './pain-moment.ts';

const KEPT_MS = 30_000;

export interface PainWatch {
  /** The capture time of the frame that is on the screen now. */
  onShown: (captureMs: number) => void;
  /** The mark for a key pressed now. */
  markNow: (what: PainMarkKind) => PainMark;
  /** The capture time of the frame on the screen now; null before the first. */
  shownNow: () => number | null;
}

/** Remembers the last seconds of the movement and what is on the screen, so that a key can be dated back. */
export function usePainMoment({ onLive }: Pick<RoomHandle, 'onLive'>, serverNowMs: () => number): PainWatch {
  const samples = useRef<Sample[]>([]);
  const shown = useRef<number | null>(null);
  useEffect(
    () =>
      listenToLive({ onLive }, ({ frame, reading, receivedMs }) => {
        const kept = samples.current;
        while (kept[0] && kept[0].receivedMs <= receivedMs - KEPT_MS) kept.shift();
        const isMoving = reading?.step === 'move' || reading?.step === 'hold-end';
        const { angleDegrees = null, uncertaintyDegrees = null } = reading ?? {};
        kept.push({ captureMs: frame.captureMs, receivedMs, angleDegrees, uncertaintyDegrees, isMoving });
      }),
    [onLive],
  );
  const onShown = useCallback((captureMs: number) => {
    shown.current = captureMs;
  }, []);
  const markNow = useCallback(
    (what: PainMarkKind): PainMark => {
      const moment = painMoment(samples.current, performance.now(), shown.current);
      return { what, ...moment, atMs: Math.round(serverNowMs() - moment.backdatedMs) };
    },
    [serverNowMs],
  );
  const shownNow = useCallback(() => shown.current, []);
  return { onShown, markNow, shownNow };
}
