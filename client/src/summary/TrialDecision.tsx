import { asAmended, type TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/index.ts';
import type { Review } from './review.ts';

/** Keep, decline or correct one trial after the visit. */
export function TrialDecision({ trial, review }: { trial: TrialState; review: Review }) {
  const { t } = useTranslation(['console', 'correct']);
  const { trialId, status } = trial;
  const hasValue = asAmended(trial).valueDegrees !== null;
  return (
    <td className="review-actions">
      {hasValue && status !== 'kept' ? (
        <Button onPress={() => review.commands.keep(trialId)} demo="review-keep">
          {t('review.keep')}
        </Button>
      ) : null}
      {status === 'declined' ? null : (
        <Button onPress={() => review.commands.decline(trialId)}>{t('review.decline')}</Button>
      )}
      {trial.result?.valueDegrees == null ? null : (
        <Button onPress={() => review.onAmend(review.amending === trialId ? null : trialId)} demo="review-correct">
          {t('correct:open')}
        </Button>
      )}
    </td>
  );
}
