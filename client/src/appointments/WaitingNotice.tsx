import type { VisitListed } from '@plumbline/shared/appointments';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/index.ts';

/** Tells a screen reader who has come to the waiting room. */
export function WaitingNotice({ visits }: { visits: readonly VisitListed[] }) {
  const { t } = useTranslation('appointments');
  const names = visits.filter((visit) => visit.status === 'waiting').map((visit) => visit.patientName);
  return (
    <div role="status">
      <VisuallyHidden>{names.map((name) => t('isWaiting', { name })).join(' ')}</VisuallyHidden>
    </div>
  );
}
