import type { ScreenState, TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import { PainKeys } from './PainKeys.tsx';
import type { Commands } from './useCommands.ts';
import type { PainWatch } from './usePainMoment.ts';

interface ArmedBarProps {
  trial: TrialState;
  /** The screen it is part of: cancelling pauses it, so that the next trial does not begin by itself. */
  screen: ScreenState | null;
  commands: Commands;
  pain: PainWatch;
}

/** The patient's device measures. */
export function ArmedBar({ trial, screen, commands, pain }: ArmedBarProps) {
  const { t } = useTranslation(['console', 'screens']);
  const names = useNames();
  const { trialId } = trial;
  const cancel = () => (screen ? commands.pauseScreen(screen.screenId) : commands.cancelTrial(trialId));
  const skip = screen && trial.screen && (() => commands.skipStep(screen.screenId, trial.screen?.step ?? 0));
  useShortcuts({ Escape: cancel, k: skip });
  return (
    <>
      <div className="bar__row">
        <p className="bar__live" role="status">
          <span className="live-dot" aria-hidden="true" />
          {t('measure.live', { name: names.protocol(trial.protocol, trial.side) })}
          {screen && trial.screen ? (
            <small>{t('screens:step', { step: trial.screen.step + 1, steps: screen.steps.length })}</small>
          ) : null}
        </p>
        {skip ? (
          <Button look="quiet" shortcut="K" onPress={skip} demo="skip-step">
            {t('screens:skip')}
          </Button>
        ) : null}
        <Button look="quiet" shortcut="Esc" onPress={cancel} demo="cancel-trial">
          {t(screen ? 'screens:pause' : 'measure.cancel')}
        </Button>
      </div>
      <PainKeys trial={trial} commands={commands} pain={pain} />
    </>
  );
}
