import type { TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Degrees, useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

/** A trial was recorded: keep it, do it again, or decline it. A refusal can only be repeated or declined. */
export function ReviewBar({ trial, commands }: { trial: TrialState; commands: Commands }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const result = trial.result;
  const hasValue = result !== null && result.valueDegrees !== null;
  const keep = () => commands.keep(trial.trialId);
  const again = () => void commands.again(trial);
  const decline = () => commands.decline(trial.trialId);
  useShortcuts({ Enter: hasValue && keep, r: again, d: decline });
  return (
    <div className="bar__row">
      <p className="bar__result" role="status">
        {hasValue ? (
          <>
            <span>{names.protocol(trial.protocol, trial.side)}</span>
            <b>
              <Degrees value={result.valueDegrees} uncertainty={result.uncertaintyDegrees} />
            </b>
            {result.findings.map((finding) => (
              <span key={finding.code}>{names.finding(finding)}</span>
            ))}
          </>
        ) : (
          t('review.refused', { why: names.reasons(result?.refusals ?? []) })
        )}
      </p>
      {hasValue ? (
        <Button look="primary" shortcut="⏎" onPress={keep} demo="keep">
          {t('review.keep')}
        </Button>
      ) : null}
      <Button look={hasValue ? 'plain' : 'primary'} shortcut="R" onPress={again} demo="repeat">
        {t('review.repeat')}
      </Button>
      <Button look="quiet" shortcut="D" onPress={decline} demo="decline">
        {t('review.decline')}
      </Button>
    </div>
  );
}
