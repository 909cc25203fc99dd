import type { LikeLast as Likeness, LiveReading, Refusal } from '@plumbline/shared/measurement';
import { findExercise, isCountedByCamera } from '@plumbline/shared/programme';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Beside } from '../history/index.ts';
import { useLiveReading } from '../measurement/index.ts';
import { Degrees, useNames } from '../results/index.ts';
import type { RoomHandle } from '../room/index.ts';
import type { BarMode } from './bar-mode.ts';
import { steadyReading } from './steady-reading.ts';

interface ReadingPanelProps {
  mode: Extract<BarMode, { kind: 'trial' | 'set' | 'review' }>;
  room: RoomHandle;
}

/** The number, big, with its ± and where the performance is; or why there is none. `data-captured-ms` names the frame of a live one, as on the patient's screen. */
export function ReadingPanel({ mode, room }: ReadingPanelProps) {
  const names = useNames();
  const name =
    mode.kind === 'set'
      ? names.exercise(mode.set.exercise, mode.set.side)
      : names.protocol(mode.trial.protocol, mode.trial.side);
  return (
    <div className="reading">
      <p className="reading__name">{name}</p>
      {mode.kind === 'review' ? <Recorded mode={mode} /> : null}
      {mode.kind === 'trial' ? <Live room={room} isTrial /> : null}
      {mode.kind === 'set' ? (
        <LiveSet exercise={mode.set.exercise} room={room} />
      ) : (
        <Beside of={{ measure: mode.trial.protocol, side: mode.trial.side, method: 'camera' }} />
      )}
    </div>
  );
}

function Recorded({ mode }: { mode: Extract<BarMode, { kind: 'review' }> }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const result = mode.trial.result;
  if (!result || result.valueDegrees === null) {
    return <CannotMeasure why={names.reasons(result?.refusals ?? [])} />;
  }
  return (
    <>
      <p className="reading__number">
        <Degrees value={result.valueDegrees} uncertainty={result.uncertaintyDegrees} />
      </p>
      <p className="reading__step">
        {[
          t('reading.recorded'),
          ...(result.startDegrees === null ? [] : [t('reading.start', { degrees: Math.round(result.startDegrees) })]),
          ...result.findings.map(names.finding),
        ].join(' · ')}
      </p>
    </>
  );
}

/** What the camera does not count shows no number. */
function LiveSet({ exercise, room }: { exercise: string; room: RoomHandle }) {
  const { t } = useTranslation('console');
  const found = findExercise(exercise);
  if (!found || found.counting === 'camera') return <Live room={room} isTrial={false} />;
  return <p className="reading__wait">{t(isCountedByCamera(found) ? 'set.timed' : 'set.countByEye')}</p>;
}

function Live({ room, isTrial }: { room: RoomHandle; isTrial: boolean }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const reading = useSteadyReading(room);
  if (!reading) return <p className="reading__wait">{t('reading.wait')}</p>;
  const step = isTrial ? t(`step.${reading.step}`) : t(reading.step === 'moving' ? 'step.counting' : 'step.between');
  return (
    <>
      {reading.angleDegrees === null ? (
        <CannotMeasure why={names.reasons(reading.refusals satisfies readonly Refusal[])} />
      ) : (
        <p className="reading__number" data-captured-ms={reading.captureMs}>
          <Degrees value={reading.angleDegrees} uncertainty={reading.uncertaintyDegrees} />
        </p>
      )}
      <p className="reading__step" role="status">
        {step}
      </p>
      {reading.likeLast ? <LikeLast likeLast={reading.likeLast} /> : null}
    </>
  );
}

/** How alike the set-up is to last time's, and what the patient is told about it. */
function LikeLast({ likeLast: { likeness, cue } }: { likeLast: Likeness }) {
  const { t } = useTranslation(['history', 'patient']);
  return (
    <p className="reading__step">
      {t('setUp.score', { percent: Math.round(likeness * 10) * 10 })}
      {cue ? ` · ${t('setUp.hears', { cue: t(`patient:setUp.cue.${cue}`) })}` : null}
    </p>
  );
}

function CannotMeasure({ why }: { why: string }) {
  const { t } = useTranslation('console');
  return <p className="reading__refusal">{t('reading.cannot', { why })}</p>;
}

function useSteadyReading(room: RoomHandle): LiveReading | null {
  const came = useLiveReading(room);
  const [shown, setShown] = useState<LiveReading | null>(null);
  useEffect(() => setShown((before) => steadyReading(before, came)), [came]);
  return shown;
}
