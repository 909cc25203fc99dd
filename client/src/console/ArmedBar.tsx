import type { TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

/** The patient's device measures. */
export function ArmedBar({ trial, commands }: { trial: TrialState; commands: Commands }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const cancel = () => commands.cancelTrial(trial.trialId);
  useShortcuts({ Escape: cancel });
  return (
    <div className="bar__row">
      <p className="bar__live" role="status">
        <span className="live-dot" aria-hidden="true" />
        {t('measure.live', { name: names.protocol(trial.protocol, trial.side) })}
      </p>
      <Button shortcut="Esc" onPress={cancel} demo="cancel-trial">
        {t('measure.cancel')}
      </Button>
    </div>
  );
}
