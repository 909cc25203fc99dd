import { type Chart, undoMerge } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Banner, Button, ProblemBanner } from '../ui/index.ts';
import { useDates } from './dates.ts';

/** Another record was made part of this one; until a day it can be taken back. Nothing where there is none. */
export function MergeNotice({ patientId, merge }: { patientId: string; merge: Chart['lastMerge'] }) {
  const { t } = useTranslation('patients');
  const { date } = useDates();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (mergeId: string) => call(undoMerge, { params: { patientId }, body: { mergeId } }),
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
  if (!merge) return null;
  return (
    <Banner kind="info">
      <ProblemBanner error={undo.error} />
      <p>{t('page.merged', { name: merge.mergedName, date: date(merge.mergedAt), until: date(merge.undoUntil) })}</p>
      <Button isPending={undo.isPending} onPress={() => undo.mutate(merge.mergeId)}>
        {t('page.unmerge')}
      </Button>
    </Banner>
  );
}
