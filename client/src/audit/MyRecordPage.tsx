import { type Look, listLooks } from '@plumbline/shared/audit';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { actAs, call, isProblem } from '../http/index.ts';
import { useFormatLocale } from '../i18n/index.ts';
import { CalmBusy, CalmPage } from '../patient/index.ts';
import { ProblemBanner } from '../ui/index.ts';
import { isGround, useDeedWords } from './words.ts';
import './audit.css';

/** For the patient, on a device of theirs: who of the clinic used their record, when, and why. */
export function MyRecordPage() {
  const { t } = useTranslation('audit');
  useEffect(() => actAs('patient'), []);
  const looks = useQuery({
    queryKey: ['my-record'],
    queryFn: ({ signal }) => {
      actAs('patient');
      return call(listLooks, { signal });
    },
    retry: false,
  });
  if (looks.isPending) return <CalmBusy />;
  const isSignedOut = isProblem(looks.error, 'signed-out');
  return (
    <CalmPage title={t('mine.title')}>
      {isSignedOut ? <p>{t('mine.signedOut')}</p> : null}
      {looks.error && !isSignedOut ? <ProblemBanner error={looks.error} onRetry={() => void looks.refetch()} /> : null}
      {looks.data ? <p>{t(looks.data.looks.length > 0 ? 'mine.lead' : 'mine.nobody')}</p> : null}
      <ul className="my-record">
        {looks.data?.looks.map((look) => (
          <LookRow key={`${look.name} ${look.action} ${look.why} ${look.lastAt}`} look={look} />
        ))}
      </ul>
      {looks.data ? <p>{t('mine.question')}</p> : null}
    </CalmPage>
  );
}

function LookRow({ look: { name, roles, action, why, times, lastAt } }: { look: Look }) {
  const { t } = useTranslation('audit');
  const deed = useDeedWords();
  const format = new Intl.DateTimeFormat(useFormatLocale(), { dateStyle: 'long', timeStyle: 'short' });
  const words = deed(action);
  return (
    <li className="calm-card">
      <p>
        <b>{name}</b>, {roles.map((role) => t(`mine.role.${role}`)).join(', ')}
      </p>
      <p>
        {words === action ? t('mine.used') : words}, {t('mine.times', { count: times })}
      </p>
      {isGround(why) && why !== 'own' ? <p>{t(`mine.ground.${why}`)}</p> : null}
      <p>
        <time dateTime={lastAt}>{format.format(new Date(lastAt))}</time>
      </p>
    </li>
  );
}
