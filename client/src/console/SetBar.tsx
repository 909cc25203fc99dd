import { countComplete, type SetState } from '@plumbline/shared/encounter';
import { findExercise, isCountedByCamera } from '@plumbline/shared/programme';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

/** The patient's device counts; where it does not, the therapist does. */
export function SetBar({ set, commands }: { set: SetState; commands: Commands }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const target = set.dosage.repetitions;
  const isReached = target !== null && countComplete(set) >= target;
  const end = () => commands.endSet(set.setId);
  const exercise = findExercise(set.exercise);
  const isByEye = exercise !== undefined && !isCountedByCamera(exercise);
  const countOne = isByEye && (() => commands.addRepetition(set.setId, 'counted-by-eye'));
  useShortcuts({ e: end, Enter: isReached && end, '+': countOne, '=': countOne });
  return (
    <div className="bar__row">
      <p className="bar__live">
        <span className="live-dot" aria-hidden="true" />
        {t('count.live', { name: names.exercise(set.exercise, set.side) })}
      </p>
      {countOne ? (
        <Button look={isReached ? 'plain' : 'primary'} shortcut="+" onPress={countOne} demo="count-one">
          <Plus aria-hidden="true" />
          {t('count.one')}
        </Button>
      ) : null}
      <Button look={isReached ? 'primary' : 'plain'} shortcut="E" onPress={end} demo="end-set">
        {t('count.end')}
      </Button>
    </div>
  );
}
