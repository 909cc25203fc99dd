import { type LinkChannel, listMessages, sendLink } from '@plumbline/shared/people';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { Button, ProblemBanner } from '../ui/index.ts';

const LOOKED_EVERY_MS = 3_000;

/** Sends the link by the ways that the clinic has and the patient can be reached by; nothing where there is none. */
export function SendLink({ encounterId }: { encounterId: string }) {
  const { t } = useTranslation('appointments');
  const time = new Intl.DateTimeFormat(useFormatLocale(), { timeStyle: 'short' });
  const messages = useQuery({
    queryKey: ['messages', encounterId],
    queryFn: ({ signal }) => call(listMessages, { params: { encounterId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.messages.some(({ sentAt }) => sentAt === null) ? LOOKED_EVERY_MS : false,
  });
  const send = useMutation({
    mutationFn: (channel: LinkChannel) =>
      call(sendLink, { params: { encounterId }, body: { id: crypto.randomUUID(), channel } }),
    onSettled: () => void messages.refetch(),
  });
  if (!messages.data || messages.data.channels.length === 0) return null;
  const last = messages.data.messages.at(-1);
  return (
    <div className="invite__text">
      <div className="form__actions">
        {messages.data.channels.map((channel) => (
          <Button key={channel} isPending={send.isPending} onPress={() => send.mutate(channel)}>
            {t(`send.${channel}`)}
          </Button>
        ))}
      </div>
      <p className="field__hint">{t('send.replaces')}</p>
      <p role="status">
        {last
          ? t(last.sentAt ? 'send.sent' : 'send.trying', { at: time.format(new Date(last.sentAt ?? last.askedAt)) })
          : null}
      </p>
      <ProblemBanner error={send.error} />
    </div>
  );
}
