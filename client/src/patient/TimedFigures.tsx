import type { TimedState } from '@plumbline/shared/encounter';
import type { LiveReading } from '@plumbline/shared/measurement';
import { findTimedTest } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { TargetArc } from '../overlay/index.ts';
import { useNow } from '../ui/index.ts';

interface TimedFiguresProps {
  timed: TimedState;
  reading: LiveReading | null;
}

const TICK_MS = 100;
/** The word stands large for this long. */
const GO_SHOWN_S = 1.5;

/** The big clock of a timed test, on this device's own time since "Go" or since the foot left the floor; where stands count, how many. */
export function TimedFigures({ timed, reading }: TimedFiguresProps) {
  const { t } = useTranslation('timed');
  const nowMs = useNow(TICK_MS);
  const test = findTimedTest(timed.test);
  const limitS = test?.limitS ?? null;
  const secondsSince = (fromMs: number | undefined) => (fromMs === undefined ? 0 : Math.max(0, nowMs - fromMs) / 1000);
  const sinceGoS = secondsSince(timed.go?.deviceMs);
  const isLiftOff = test?.starts === 'lift-off';
  const clockS = Math.floor(isLiftOff ? secondsSince(timed.lifted?.deviceMs) : sinceGoS);
  const shownS = limitS === null ? clockS : Math.min(limitS, clockS);
  return (
    <TargetArc progress={limitS === null ? null : shownS / limitS} label={t('patient.clock', { seconds: shownS })}>
      {timed.status === 'running' ? (
        <p className="visit-count" data-demo="timed-clock">
          {sinceGoS < GO_SHOWN_S ? (
            <b className="visit-go">{t('patient.go')}</b>
          ) : (
            <>
              <b>{shownS}</b>
              <span>{t('patient.seconds')}</span>
            </>
          )}
        </p>
      ) : (
        <p className="visit-count">
          <b className="visit-go">{timed.status === 'called' ? t('patient.steady') : '0'}</b>
        </p>
      )}
      {test?.result === 'count' && timed.status === 'running' ? (
        <p className="visit-degrees">{t('patient.stands', { count: reading?.count ?? 0 })}</p>
      ) : null}
    </TargetArc>
  );
}
