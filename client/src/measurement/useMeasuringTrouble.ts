import { measuringDevice } from '@plumbline/shared/encounter';
import { useEffect, useState } from 'react';
import type { Encounter } from '../encounter/index.ts';
import type { PoseSource } from '../pose/index.ts';
import { createTroubleWatch, type Verdict } from './trouble-watch.ts';

const LOOK_EVERY_MS = 1_000;

/** Tells the therapist when this device, the patient's, measures too slowly or not at all, and when it does well again. Null `pose`: nothing to judge. */
export function useMeasuringTrouble({ append, state }: Pick<Encounter, 'append' | 'state'>, pose: PoseSource | null) {
  const [verdict, setVerdict] = useState<Verdict>(undefined);

  useEffect(() => {
    if (!pose) return;
    const watch = createTroubleWatch();
    const onHidden = () => document.visibilityState === 'hidden' && watch.onBreak();
    watch.onState(pose.state, performance.now());
    const stops = [
      pose.onFrame(({ captureMs }) => document.hidden || watch.onFrame(captureMs, pose.info?.model ?? 'full')),
      pose.onState((now) => watch.onState(now, performance.now())),
    ];
    const timer = setInterval(() => setVerdict(watch.verdict(performance.now())), LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      for (const stop of stops) stop();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onHidden);
      setVerdict(undefined);
    };
  }, [pose]);

  const isOver = !state || state.status === 'ended';
  const isMine = state ? measuringDevice(state) === 'patient-device' : false;
  const known = state?.measuring.trouble;
  useEffect(() => {
    if (isOver || !isMine || verdict === undefined || verdict === known) return;
    void append('measuring.reported', { trouble: verdict });
  }, [isOver, isMine, verdict, known, append]);
}
