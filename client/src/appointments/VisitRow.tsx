import { getLocalTimeZone } from '@internationalized/date';
import type { VisitListed } from '@plumbline/shared/appointments';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormatLocale } from '../i18n/index.ts';
import { Button, buttonClass } from '../ui/index.ts';
import { InviteLink } from './InviteLink.tsx';
import { VisitStatus } from './VisitStatus.tsx';

/** One visit: when, who, how it stands, and what to do about it. */
export function VisitRow({ visit }: { visit: VisitListed }) {
  const { t } = useTranslation('appointments');
  const [showsLink, setShowsLink] = useState(false);
  const { from, to, elsewhere } = useTimes(visit);
  const isEnded = visit.status === 'ended';
  const calls = visit.status === 'waiting' || visit.status === 'open';
  return (
    <li className="visit" data-status={visit.status}>
      <p className="visit__time">
        <time dateTime={visit.startsAt}>{from}</time>
        <span>{to}</span>
      </p>
      <div className="visit__who">
        <p className="visit__name">
          <Link to={`/patients/${visit.patientId}`}>{visit.patientName}</Link>
        </p>
        {elsewhere ? <p className="visit__zone">{elsewhere}</p> : null}
      </div>
      <VisitStatus visit={visit} />
      <div className="visit__actions">
        {isEnded ? null : (
          <Button
            look="quiet"
            aria-expanded={showsLink}
            aria-label={t('link.forName', { name: visit.patientName })}
            onPress={() => setShowsLink(!showsLink)}
          >
            <Link2 aria-hidden="true" />
            {t('link.open')}
          </Button>
        )}
        <Link
          className={buttonClass({ look: calls ? 'primary' : 'plain' })}
          to={isEnded ? `/visits/${visit.encounterId}/summary` : `/visits/${visit.encounterId}`}
          aria-label={t(isEnded ? 'summaryOf' : 'openOf', { name: visit.patientName })}
          data-demo="open-visit"
        >
          {isEnded ? t('summary') : t('open')}
        </Link>
      </div>
      {showsLink ? <InviteLink encounterId={visit.encounterId} patientName={visit.patientName} /> : null}
    </li>
  );
}

/** Times in this device's zone; where the patient's differs, theirs too. */
function useTimes({ startsAt, endsAt, timeZone }: VisitListed) {
  const { t } = useTranslation('appointments');
  const locale = useFormatLocale();
  const at = (iso: string, zone: string) =>
    new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(new Date(iso));
  const here = getLocalTimeZone();
  const from = at(startsAt, here);
  const there = at(startsAt, timeZone);
  return {
    from,
    to: at(endsAt, here),
    elsewhere: there === from ? null : t('elsewhere', { time: there, zone: timeZone.replaceAll('_', ' ') }),
  };
}
