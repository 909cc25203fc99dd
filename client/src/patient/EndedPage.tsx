import { countComplete, measurementsOf } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Encounter } from '../encounter/index.ts';
import { CalmPage } from './CalmPage.tsx';
import { useMovementWords } from './useMovementWords.ts';

/** The end, with what was done in plain words. */
export function EndedPage({ encounter: { state, therapistName, connection } }: { encounter: Encounter }) {
  const { t } = useTranslation(['patient', 'audit']);
  const words = useMovementWords(therapistName);
  const done = [
    ...(state?.sets ?? []).flatMap((set) => {
      const count = countComplete(set);
      return count > 0 ? [{ key: set.setId, text: words.counted(set, count) }] : [];
    }),
    ...(state ? measurementsOf(state) : []).flatMap(({ key, protocol, side, value }) =>
      value ? [{ key, text: words.measured(protocol, side, value.degrees, value.uncertaintyDegrees) }] : [],
    ),
    ...(state?.timed ?? []).flatMap((timed) => {
      const text = timed.status === 'accepted' ? words.timed(timed) : null;
      return text ? [{ key: timed.testId, text }] : [];
    }),
  ];
  return (
    <CalmPage title={t('ended.title')}>
      <p role="status">
        {connection.pending > 0 ? t('ended.undelivered', { count: connection.pending }) : t('ended.thanks')}
      </p>
      {done.length > 0 ? (
        <section className="calm-card">
          <h2>{t('ended.did')}</h2>
          <ul className="calm-list">
            {done.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <p>
        <Link to="/my-record">{t('audit:mine.link')}</Link>
      </p>
    </CalmPage>
  );
}
