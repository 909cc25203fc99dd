import { decideMove, listMoves } from '@plumbline/shared/people';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Banner, Button, ProblemBanner } from '../ui/index.ts';

const LOOKED_EVERY_MS = 5_000;

interface MoveQuestionsProps {
  encounterId: string;
  patientName: string;
  /** Nobody asks once the visit is over. */
  isOver: boolean;
}

/** Another device asks to take the patient's place: the therapist looks at who holds it, and decides. */
export function MoveQuestions({ encounterId, patientName, isOver }: MoveQuestionsProps) {
  const { t } = useTranslation('console');
  const questions = useQuery({
    queryKey: ['moves', encounterId],
    queryFn: ({ signal }) => call(listMoves, { params: { encounterId }, signal }),
    refetchInterval: LOOKED_EVERY_MS,
    enabled: !isOver,
  });
  const decide = useMutation({
    mutationFn: ({ moveId, accept }: { moveId: string; accept: boolean }) =>
      call(decideMove, { params: { encounterId, moveId }, body: { accept } }),
    onSettled: () => void questions.refetch(),
  });
  if (isOver) return null;
  return questions.data?.moves.map(({ moveId, code }) => (
    <Banner key={moveId} kind="caution" title={t('move.title', { name: patientName })}>
      <p>{t('move.text', { code, name: patientName })}</p>
      <ProblemBanner error={decide.error} />
      <div className="form__actions">
        <Button look="primary" isPending={decide.isPending} onPress={() => decide.mutate({ moveId, accept: true })}>
          {t('move.accept')}
        </Button>
        <Button isDisabled={decide.isPending} onPress={() => decide.mutate({ moveId, accept: false })}>
          {t('move.decline')}
        </Button>
      </div>
    </Banner>
  ));
}
