import type { EncounterState, TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Degrees, useNames } from '../results/index.ts';
import { Button, useShortcuts, VisuallyHidden } from '../ui/index.ts';
import type { Choosing } from './bar-mode.ts';
import { MOST_TRIALS, nextTrialOf } from './next-trial.ts';
import type { Commands } from './useCommands.ts';

interface ReviewBarProps {
  state: EncounterState;
  trial: TrialState;
  commands: Commands;
  onChoose: (choosing: Choosing) => void;
}

/** A trial was recorded: keep it, keep it and go on to the next one, do it again, correct it, or decline it. A refusal has no value to keep: one can be entered by hand. */
export function ReviewBar({ state, trial, commands, onChoose }: ReviewBarProps) {
  const { t } = useTranslation(['console', 'correct', 'screens', 'byHand']);
  const names = useNames();
  const result = trial.result;
  const hasValue = result !== null && result.valueDegrees !== null;
  const next = nextTrialOf(state, trial);
  const keep = () => commands.keep(trial.trialId);
  const keepAndNext = next !== null && (() => void commands.keepAndNext(trial));
  const again = () => void commands.again(trial);
  const decline = () => commands.decline(trial.trialId);
  const correct = () => onChoose({ amend: trial.trialId });
  const byHand = () => onChoose('by-hand');
  useShortcuts({
    Enter: hasValue && keep,
    n: keepAndNext,
    r: again,
    d: decline,
    x: hasValue && correct,
    h: !hasValue && byHand,
  });
  return (
    <div className="bar__row">
      {/* The stage shows it large; here it is for those who do not see it. */}
      <VisuallyHidden>
        <span role="status">
          {hasValue ? (
            <Degrees value={result.valueDegrees} uncertainty={result.uncertaintyDegrees} />
          ) : (
            t('review.refused', { why: names.reasons(result?.refusals ?? []) })
          )}
        </span>
      </VisuallyHidden>
      {hasValue ? (
        <Button look="primary" shortcut="⏎" onPress={keep} demo="keep">
          {t('review.keep')}
        </Button>
      ) : null}
      {keepAndNext ? (
        <Button shortcut="N" onPress={keepAndNext} demo="keep-and-next">
          {t('review.keepAndNext', { trial: t('screens:trial', { trial: next, trials: MOST_TRIALS }) })}
        </Button>
      ) : null}
      <Button look={hasValue ? 'plain' : 'primary'} shortcut="R" onPress={again} demo="repeat">
        {t('review.repeat')}
      </Button>
      {hasValue ? (
        <Button shortcut="X" onPress={correct} demo="correct">
          {t('correct:open')}
        </Button>
      ) : (
        <Button shortcut="H" onPress={byHand} demo="by-hand">
          {t('byHand:open')}
        </Button>
      )}
      <Button look="quiet" shortcut="D" onPress={decline} demo="decline">
        {t('review.decline')}
      </Button>
    </div>
  );
}
