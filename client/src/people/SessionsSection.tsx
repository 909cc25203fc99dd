import { endOtherSessions, endSession, type StaffSession } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Button, ProblemBanner } from '../ui/index.ts';
import { securityQuery } from './security-query.ts';
import { useDates } from './useDates.ts';

/** Where the signed-in person is signed in; others can be ended. */
export function SessionsSection({ sessions }: { sessions: readonly StaffSession[] }) {
  const { t } = useTranslation('security');
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: securityQuery.queryKey });
  const end = useMutation({
    mutationFn: (sessionId: string) => call(endSession, { params: { sessionId } }),
    onSuccess: again,
  });
  const endOthers = useMutation({ mutationFn: () => call(endOtherSessions, { body: {} }), onSuccess: again });
  return (
    <section className="card section" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.title')}</h2>
      <ProblemBanner error={end.error ?? endOthers.error} />
      <ul className="rows">
        {sessions.map((session) => (
          <SessionRow key={session.sessionId} session={session} onEnd={() => end.mutate(session.sessionId)} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button onPress={() => endOthers.mutate()} isPending={endOthers.isPending}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function SessionRow({ session, onEnd }: { session: StaffSession; onEnd: () => void }) {
  const { t } = useTranslation('security');
  const { moment } = useDates();
  const { browser, system, address, isThis } = session;
  const name = browser && system ? t('sessions.on', { browser, system }) : (browser ?? system ?? t('sessions.unknown'));
  const times = [
    t('sessions.since', { date: moment(session.startedAt) }),
    t('sessions.seen', { date: moment(session.lastSeenAt) }),
  ];
  return (
    <li className="rows__row">
      <div className="rows__what">
        <b>{name}</b>
        <span>{[address, ...times].filter(Boolean).join(' · ')}</span>
      </div>
      {isThis ? (
        <span className="tag tag--here">{t('sessions.this')}</span>
      ) : (
        <Button look="quiet" aria-label={t('sessions.endNamed', { name })} onPress={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
