import { countComplete, type SetState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

/** The patient's device counts. */
export function SetBar({ set, commands }: { set: SetState; commands: Commands }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const target = set.dosage.repetitions;
  const isReached = target !== null && countComplete(set) >= target;
  const end = () => commands.endSet(set.setId);
  useShortcuts({ e: end, Enter: isReached && end });
  return (
    <div className="bar__row">
      <p className="bar__live">
        <span className="live-dot" aria-hidden="true" />
        {t('count.live', { name: names.exercise(set.exercise, set.side) })}
      </p>
      <Button look={isReached ? 'primary' : 'plain'} shortcut="E" onPress={end} demo="end-set">
        {t('count.end')}
      </Button>
    </div>
  );
}
