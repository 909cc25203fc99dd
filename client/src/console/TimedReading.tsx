import type { TimedState } from '@plumbline/shared/encounter';
import { findTimedTest } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { useLiveReading } from '../measurement/index.ts';
import { useNames, useTimedTexts } from '../results/index.ts';
import type { RoomHandle } from '../room/index.ts';
import { useNow } from '../ui/index.ts';

interface TimedReadingProps {
  timed: TimedState;
  room: RoomHandle;
  /** The server's time now, epoch ms. */
  serverNowMs: () => number;
}

/** Over the picture: the clock since "Go" or lift-off, the stands so far, and what hinders the camera. The stored result is the patient's device's own. */
export function TimedReading({ timed, room, serverNowMs }: TimedReadingProps) {
  const { t } = useTranslation(['timed', 'console']);
  const names = useNames();
  const texts = useTimedTexts();
  const reading = useLiveReading(room);
  useNow(100);
  const test = findTimedTest(timed.test);
  const seconds = clockOf(timed, test?.starts === 'lift-off', serverNowMs());
  const shown = seconds === null ? null : Math.min(seconds, test?.limitS ?? seconds);
  const isCount = test?.result === 'count';
  return (
    <div className="reading">
      <p className="reading__name">{texts.name(timed.test, timed.side)}</p>
      {shown === null ? null : (
        <p className="reading__number" data-demo="timed-reading">
          {isCount ? t('reading.stands', { count: reading?.count ?? 0 }) : texts.seconds(shown)}
        </p>
      )}
      {shown !== null && isCount ? (
        <p className="reading__step">{t('reading.seconds', { seconds: Math.floor(shown) })}</p>
      ) : null}
      {reading === null ? <p className="reading__wait">{t('console:reading.wait')}</p> : null}
      {reading && reading.refusals.length > 0 ? (
        <p className="reading__step">{names.reasons(reading.refusals)}</p>
      ) : null}
      {timed.status === 'running' && (test?.keys.length ?? 0) > 0 ? (
        <p className="reading__step">{t('byKey')}</p>
      ) : null}
    </div>
  );
}

/** Seconds on the clock as far as both clocks agree; null before it starts. */
function clockOf({ go, lifted }: TimedState, isLiftOff: boolean, serverNowMs: number): number | null {
  if (!go) return null;
  if (isLiftOff && !lifted) return 0;
  const startsAtMs = go.atMs + (isLiftOff && lifted ? lifted.deviceMs - go.deviceMs : 0);
  return Math.max(0, serverNowMs - startsAtMs) / 1000;
}
