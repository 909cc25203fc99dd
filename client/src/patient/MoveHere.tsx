import { askToMove, claimMove } from '@plumbline/shared/people';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Banner, Button, VisuallyHidden } from '../ui/index.ts';
import { CalmPage } from './CalmPage.tsx';

const ASKED_AGAIN_MS = 3_000;

interface MoveHereProps {
  token: string;
  therapist: string;
  onMoved: (encounterId: string) => void;
}

/** The link was opened elsewhere: the therapist, who sees who asks, may let this device take over. */
export function MoveHere({ token, therapist, onMoved }: MoveHereProps) {
  const { t } = useTranslation('patient');
  const ask = useMutation({ mutationFn: () => call(askToMove, { body: { token } }) });
  const secret = ask.data?.secret;
  const answer = useQuery({
    queryKey: ['move', secret],
    queryFn: ({ signal }) => call(claimMove, { body: { secret: secret ?? '' }, signal }),
    enabled: secret !== undefined,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'asked' ? false : ASKED_AGAIN_MS),
    gcTime: 0,
  }).data;
  const encounterId = answer?.state === 'accepted' ? answer.encounterId : null;
  useEffect(() => {
    if (encounterId) onMoved(encounterId);
  }, [encounterId, onMoved]);

  if (ask.data && answer?.state !== 'declined' && answer?.state !== 'over') {
    return (
      <CalmPage key="asked" title={t('move.askedTitle')}>
        <p>{t('move.asked', { therapist })}</p>
        <p className="move-code">
          <span aria-hidden="true">{ask.data.code}</span>
          <VisuallyHidden>{t('move.code', { code: [...ask.data.code].join(' ') })}</VisuallyHidden>
        </p>
        <p role="status">{t('move.waiting')}</p>
      </CalmPage>
    );
  }
  return (
    <CalmPage key="used" title={t('link.usedTitle')}>
      {answer ? (
        <Banner kind="caution">{t(`move.${answer.state === 'declined' ? 'declined' : 'over'}`, { therapist })}</Banner>
      ) : null}
      <p>{t('link.used', { therapist })}</p>
      {ask.isError ? <Banner kind="danger">{t('link.later')}</Banner> : null}
      <Button size="large" wide isPending={ask.isPending} onPress={() => ask.mutate()}>
        {t('move.ask')}
      </Button>
    </CalmPage>
  );
}
