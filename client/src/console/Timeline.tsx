import type { EncounterState, TimedState } from '@plumbline/shared/encounter';
import { Check, CircleDashed, CircleDot, CircleSlash, Octagon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Degrees, MethodMark, Unreviewed, useNames, useTimedTexts } from '../results/index.ts';
import { VisuallyHidden } from '../ui/index.ts';
import { PHASES, type TimelineEntry, timelineOf } from './timeline.ts';

interface TimelineProps {
  state: EncounterState;
  /** The entry whose rows stand in the side column, by its key. */
  picked: string | null;
  onPick: (key: string) => void;
}

/** The visit as a column of three phases: what was done, and what is live. An entry that is picked shows its rows beside. */
export function Timeline({ state, picked, onPick }: TimelineProps) {
  const { t } = useTranslation('console');
  const phases = timelineOf(state);
  return (
    <nav className="timeline" aria-label={t('timeline.label')}>
      {PHASES.map((phase) => (
        <section key={phase}>
          <h2 className="console-heading">{t(`phase.${phase}`)}</h2>
          {phases[phase].length === 0 ? <p className="timeline__nothing">{t('timeline.nothing')}</p> : null}
          <ol>
            {phases[phase].map((entry) => (
              <Entry
                key={keyOf(entry)}
                entry={entry}
                isPicked={keyOf(entry) === picked}
                onPick={() => onPick(keyOf(entry))}
              />
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}

function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'timed') return entry.timed.testId;
  return entry.kind === 'set' ? entry.set.setId : entry.measured.key;
}

function Entry({ entry, isPicked, onPick }: { entry: TimelineEntry; isPicked: boolean; onPick: () => void }) {
  const names = useNames();
  const timedTexts = useTimedTexts();
  const status = statusOf(entry);
  function nameOf() {
    if (entry.kind === 'timed') return timedTexts.name(entry.timed.test, entry.timed.side);
    return entry.kind === 'set'
      ? names.exercise(entry.set.exercise, entry.set.side)
      : names.protocol(entry.measured.protocol, entry.measured.side);
  }
  return (
    <li className={`timeline__entry timeline__entry--${status}`} aria-current={entry.isLive ? 'step' : undefined}>
      <StatusIcon status={status} />
      <button type="button" className="timeline__pick" aria-pressed={isPicked} onClick={onPick}>
        {nameOf()}
      </button>
      <small>{lineOf(entry)}</small>
    </li>
  );
}

function lineOf(entry: TimelineEntry) {
  if (entry.kind === 'timed') return <TimedEntry timed={entry.timed} />;
  return entry.kind === 'set' ? <SetLine entry={entry} /> : <MeasuredLine entry={entry} />;
}

type Status = 'live' | 'done' | 'unreviewed' | 'empty' | 'stopped';

function statusOf(entry: TimelineEntry): Status {
  if (entry.kind === 'set' && entry.set.status === 'stopped') return 'stopped';
  if (entry.isLive) return 'live';
  if (entry.kind === 'timed') return entry.timed.status === 'accepted' ? 'done' : 'empty';
  if (entry.kind === 'measurement') {
    const { value, overrides, unreviewed } = entry.measured;
    return value || overrides.length > 0 ? 'done' : unreviewed ? 'unreviewed' : 'empty';
  }
  return entry.complete > 0 ? 'done' : 'empty';
}

const ICONS = { live: CircleDot, done: Check, unreviewed: CircleDashed, empty: CircleSlash, stopped: Octagon };

function StatusIcon({ status }: { status: Status }) {
  const { t } = useTranslation('console');
  const Icon = ICONS[status];
  return (
    <>
      <Icon size={16} aria-hidden="true" />
      <VisuallyHidden>{t(`timeline.${status}`)}: </VisuallyHidden>
    </>
  );
}

function TimedEntry({ timed }: { timed: TimedState }) {
  const { t } = useTranslation('timed');
  const texts = useTimedTexts();
  return timed.status === 'accepted' ? texts.value(timed) : t(`status.${timed.status}`);
}

function SetLine({ entry }: { entry: Extract<TimelineEntry, { kind: 'set' }> }) {
  const { t } = useTranslation('console');
  const { set, complete, partial } = entry;
  const target = set.dosage.repetitions;
  return (
    <>
      {target ? t('set.ofTarget', { count: complete, target }) : t('set.count', { count: complete })}
      {partial > 0 ? ` · ${t('set.others', { count: partial })}` : null}
      {set.dosage.tempo ? ` · ${set.dosage.tempo}` : null}
    </>
  );
}

function MeasuredLine({ entry }: { entry: Extract<TimelineEntry, { kind: 'measurement' }> }) {
  const { t } = useTranslation('console');
  const { value, overrides, unreviewed, trials } = entry.measured;
  const [override] = overrides;
  if (value) {
    return (
      <>
        <Degrees value={value.degrees} uncertainty={value.uncertaintyDegrees} /> ·{' '}
        {t('timeline.trials', { count: value.trials })}
      </>
    );
  }
  if (override) {
    return (
      <>
        <Degrees value={override.degrees} uncertainty={override.uncertaintyDegrees} />{' '}
        <MethodMark method={override.method} />
      </>
    );
  }
  if (unreviewed) return <Unreviewed value={unreviewed.degrees} uncertainty={unreviewed.uncertaintyDegrees} />;
  return t(entry.isLive ? 'timeline.measuring' : 'timeline.noneKept', { count: trials.length });
}
