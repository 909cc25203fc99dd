import { countComplete, type EncounterState, type SetState } from '@plumbline/shared/encounter';
import { findExercise, isCountedByCamera } from '@plumbline/shared/programme';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SetCourse, useNames } from '../results/index.ts';
import { VisuallyHidden } from '../ui/index.ts';
import { CorrectableLedger } from './CorrectableLedger.tsx';
import type { Commands } from './useCommands.ts';

interface SetPanelProps {
  state: EncounterState;
  commands: Commands;
  /** The set that was picked in the timeline. */
  picked: string | null;
}

/** The picked set, else the current or the last one: its count and its rows. */
export function SetPanel({ state, commands, picked }: SetPanelProps) {
  const { t } = useTranslation('console');
  const names = useNames();
  const set = state.sets.find(({ setId }) => setId === picked) ?? state.sets.at(-1);
  if (!set) {
    return (
      <section aria-labelledby="set-title">
        <h2 id="set-title" className="console-heading">
          {t('set.title')}
        </h2>
        <p className="panel-hint">{t('set.none')}</p>
      </section>
    );
  }
  const name = names.exercise(set.exercise, set.side);
  return (
    <section className="set-panel" aria-labelledby="set-title" data-status={set.status}>
      <h2 id="set-title" className="console-heading">
        {t(set.setId === picked && set.status === 'ended' ? 'set.title' : `set.${set.status}`)} · {name}
      </h2>
      <Count set={set} />
      {set.repetitions.length + set.added.length > 0 ? null : <p className="panel-hint">{t(hintFor(set))}</p>}
      {set.status === 'running' ? null : <SetCourse set={set} />}
      <CorrectableLedger key={set.setId} set={set} caption={t('set.rows', { name })} commands={commands} />
    </section>
  );
}

/** What is to be expected of a set without rows. */
function hintFor({ status, exercise }: SetState) {
  if (status !== 'running') return 'set.noRows';
  const found = findExercise(exercise);
  if (found && !isCountedByCamera(found)) return 'set.countByEye';
  return found?.counting === 'time' ? 'set.timed' : 'set.waitsForFirst';
}

function Count({ set }: { set: SetState }) {
  const { t } = useTranslation('console');
  const complete = countComplete(set);
  const target = set.dosage.repetitions;
  const isReached = target !== null && complete >= target;
  return (
    <p className="count" data-live={set.status === 'running'}>
      <span role="status">
        <b>{complete}</b> {target ? <span>{t('set.of', { target })}</span> : null}
        {isReached ? (
          <span className="count__reached" data-demo="target-reached">
            <Check size={16} aria-hidden="true" />
            {t('set.reached')}
          </span>
        ) : (
          <VisuallyHidden>{t('set.complete')}</VisuallyHidden>
        )}
      </span>
    </p>
  );
}
