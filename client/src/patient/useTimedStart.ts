import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import { useLanguage } from '../i18n/index.ts';
import type { Speech } from '../speech/index.ts';

/** From "Ready …" to "Go". */
const READY_MS = 2_500;
/** What was asked for longer ago is not said any more: the therapist asks again. */
const STALE_MS = 5_000;

/** Says "Ready … Go" when the therapist asks for it, and tells when "Go" began to sound: there the clock starts. */
export function useTimedStart({ append, state, serverNowMs }: Encounter, speech: Speech): void {
  const { t } = useTranslation('timed');
  const language = useLanguage();
  const call = state ? callOf(state) : null;
  // A page that was loaded in the middle of it does not know when the patient heard it.
  const known = useRef(call?.key ?? null);
  const now = useRef({ append, serverNowMs });
  useEffect(() => {
    now.current = { append, serverNowMs };
  });
  const key = call?.key ?? null;
  const { testId = '', calledAtMs = 0 } = call ?? {};
  const [ready, go] = [t('patient.steady'), t('patient.go')];

  useEffect(() => {
    if (key === null || key === known.current) return;
    if (now.current.serverNowMs() - calledAtMs > STALE_MS) return;
    let isOff = false;
    speech.tone('cue');
    speech.say(ready, language);
    async function begin() {
      await speech.begin(go, language);
      if (isOff) return;
      known.current = key;
      const goMs = performance.timeOrigin + performance.now();
      // What cannot be written down has not begun; the therapist sees that nothing did.
      await now.current.append('timed.went', { testId, goMs }).catch(() => {});
    }
    const timer = setTimeout(() => void begin(), READY_MS);
    return () => {
      isOff = true;
      clearTimeout(timer);
    };
  }, [key, testId, calledAtMs, speech, language, ready, go]);
}

function callOf({ active, timed }: EncounterState) {
  const test = active?.kind === 'timed' ? timed.find(({ testId }) => testId === active.testId) : undefined;
  if (test?.status !== 'called' || test.calledAtMs === null) return null;
  return { testId: test.testId, calledAtMs: test.calledAtMs, key: `${test.testId} ${test.calledAtMs}` };
}
