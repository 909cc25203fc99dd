import { type Chart, undoMerge } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Banner, Button, ProblemBanner } from '../ui/index.ts';
import { useDates } from './dates.ts';

/** Another record was made part of this one; until a day it can be taken back. */
export function MergeNotice({ patientId, merge }: { patientId: string; merge: NonNullable<Chart['lastMerge']> }) {
  const { t } = useTranslation('patients');
  const { date } = useDates();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call(undoMerge, { params: { patientId }, body: { mergeId: merge.mergeId } }),
    onSuccess: () =>
      Promise.all(
        [['patient', patientId], ['patients'], ['duplicates']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  if (undo.data)
    return (
      <Banner kind="good" announce>
        <p>
          {t('page.unmerged')} {undo.data.profileKept ? t('page.profileStays') : null}
        </p>
      </Banner>
    );
  return (
    <Banner kind="info">
      <ProblemBanner error={undo.error} />
      <p>{t('page.merged', { name: merge.mergedName, date: date(merge.mergedAt), until: date(merge.undoUntil) })}</p>
      <Button isPending={undo.isPending} onPress={() => undo.mutate()}>
        {t('page.unmerge')}
      </Button>
    </Banner>
  );
}
