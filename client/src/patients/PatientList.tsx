import type { PatientFound } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from './dates.ts';

/** Patients by how well they fit; arrow keys move between them. */
export function PatientList({ patients, label }: { patients: readonly PatientFound[]; label: string }) {
  return (
    <ul className="patient-list" aria-label={label}>
      {patients.map((patient) => (
        <li key={patient.patientId}>
          <Link className="patient-list__row" to={`/patients/${patient.patientId}`} onKeyDown={moveFocus}>
            <PatientLine patient={patient} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Name, birth, and whether the asker cares for them. */
export function PatientLine({ patient }: { patient: PatientFound }) {
  const { t } = useTranslation('patients');
  const { displayName, inCare } = patient;
  return (
    <>
      <b className="patient-list__name">{displayName}</b>
      <span className="patient-list__born">
        <Born {...patient} />
      </span>
      {inCare ? null : <span className="patient-list__others">{t('search.others')}</span>}
    </>
  );
}

function Born({ birthDate, birthYear }: PatientFound) {
  const { t } = useTranslation('patients');
  const { day } = useDates();
  if (birthDate !== null) return <>{t('search.born', { date: day(birthDate) })}</>;
  return birthYear === null ? null : t('search.bornYear', { year: birthYear });
}

/** Up and down go from one row to the next; up from the first one back to the field. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...(event.currentTarget.closest('.patient-list')?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = rows.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1);
  event.preventDefault();
  if (at < 0) document.querySelector<HTMLElement>('.patients__search input')?.focus();
  else rows[Math.min(at, rows.length - 1)]?.focus();
}
