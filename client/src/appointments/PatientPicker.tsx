import { listPatients } from '@plumbline/shared/people';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { ComboField, ProblemBanner } from '../ui/index.ts';
import { findPatients } from './find-patients.ts';

/** A known patient, or a name to be added. */
export interface PickedPatient {
  patientId: string | null;
  name: string;
}

const NEW = 'new';

/** Finds a patient by name as it is typed, or takes the name as a new patient's. */
export function PatientPicker({
  picked,
  onPick,
}: {
  picked: PickedPatient | null;
  onPick: (who: PickedPatient | null) => void;
}) {
  const { t } = useTranslation('appointments');
  const [text, setText] = useState(picked?.name ?? '');
  const patients = useQuery({
    queryKey: ['patients'],
    queryFn: ({ signal }) => call(listPatients, { signal }),
    select: (data) => data.patients,
  });
  const typed = text.trim();
  const found = findPatients(patients.data ?? [], picked ? '' : typed);
  const isKnown = found.some((one) => one.displayName === typed);
  const options = found.map((one) => ({ id: one.patientId, text: one.displayName }));
  const adding = {
    id: NEW,
    text: typed,
    label: (
      <>
        <UserPlus size={17} aria-hidden="true" /> {t('patient.add', { name: typed })}
      </>
    ),
  };
  const hint = picked && !picked.patientId ? t('patient.willBeAdded', { name: picked.name }) : t('patient.hint');

  return (
    <>
      <ProblemBanner error={patients.error} onRetry={() => void patients.refetch()} />
      <ComboField
        label={t('patient.label')}
        hint={hint}
        openLabel={t('patient.show')}
        empty={t('patient.none')}
        text={text}
        onText={(next) => {
          setText(next);
          if (picked && next !== picked.name) onPick(null);
        }}
        selected={picked ? (picked.patientId ?? NEW) : null}
        onSelect={(key) => {
          if (key === NEW) onPick({ patientId: null, name: typed });
          const known = patients.data?.find((one) => one.patientId === key);
          if (known) {
            setText(known.displayName);
            onPick({ patientId: known.patientId, name: known.displayName });
          }
        }}
        options={typed && !isKnown && !picked ? [...options, adding] : options}
      />
    </>
  );
}
