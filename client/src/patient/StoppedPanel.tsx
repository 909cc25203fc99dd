import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/index.ts';
import { mayGoOn } from './stopped-words.ts';

/** A trembling hand taps twice: what comes under the finger right after STOP must not undo it. */
const SETTLE_MS = 1_000;

interface StoppedPanelProps {
  stop: EncounterState['stop'];
  /** An exercise waits to be gone on with. */
  waits: boolean;
  seen: boolean;
  text: string;
  onResolve: (choice: 'resume' | 'end-set') => void;
}

/** After STOP: rest first; going on is a second thought. */
export function StoppedPanel({ stop, waits, seen, text, onResolve }: StoppedPanelProps) {
  const { t } = useTranslation('patient');
  const heading = useRef<HTMLHeadingElement>(null);
  const sinceMs = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    sinceMs.current = performance.now();
    heading.current?.focus({ preventScroll: true });
  }, []);
  const resolve = (choice: 'resume' | 'end-set') => {
    if (performance.now() - sinceMs.current >= SETTLE_MS) onResolve(choice);
  };
  const goOn = mayGoOn(stop, { seen });
  return (
    <section className="stopped" aria-labelledby="stopped-title">
      <div role="alert">
        <h2 id="stopped-title" ref={heading} tabIndex={-1}>
          {t('stopped.title')}
        </h2>
        <p>{text}</p>
      </div>
      {stop?.by === 'therapist' ? null : (
        <div className="calm-row">
          {waits && goOn ? (
            <Button size="large" look="primary" demo="patient-resume" onPress={() => resolve('resume')}>
              {t('stopped.resume')}
            </Button>
          ) : null}
          <Button size="large" demo="patient-end-set" onPress={() => resolve('end-set')}>
            {t(waits ? 'stopped.end' : 'stopped.resume')}
          </Button>
        </div>
      )}
    </section>
  );
}
