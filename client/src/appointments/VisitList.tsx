import type { VisitListed } from '@plumbline/shared/appointments';
import { VisitRow } from './VisitRow.tsx';

/** The day's visits by time. */
export function VisitList({ visits }: { visits: readonly VisitListed[] }) {
  return (
    <ol className="visit-list">
      {visits.map((visit) => (
        <VisitRow key={visit.encounterId} visit={visit} />
      ))}
    </ol>
  );
}
