import type { VisitListed } from '@plumbline/shared/appointments';
import { Circle, CircleCheck, Hourglass, Radio } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/index.ts';
import { minutesSince } from './day.ts';

const ICONS = { planned: Circle, waiting: Hourglass, open: Radio, ended: CircleCheck };

/** How a visit stands, by shape, word and colour; for who waits, since when. */
export function VisitStatus({ visit }: { visit: VisitListed }) {
  const { t } = useTranslation('appointments');
  const nowMs = useNow(10_000);
  const Icon = ICONS[visit.status];
  const since = visit.waitingSince ? minutesSince(Date.parse(visit.waitingSince), nowMs) : null;
  const waits = since === null ? t('status.waiting') : t('waitingFor', { count: since });
  return (
    <p className={`visit-status visit-status--${visit.status}`}>
      <Icon size={15} aria-hidden="true" />
      {visit.status === 'waiting' ? waits : t(`status.${visit.status}`)}
    </p>
  );
}
