import { addPatient, findSimilar, profile as profileSchema } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { v4 as uuid } from 'uuid';
import { call } from '../http/index.ts';
import { Banner, Button, IconButton, ProblemBanner, TextField, useShortcuts } from '../ui/index.ts';
import { PatientLine } from './PatientList.tsx';

const FIELDS = ['displayName', 'birthDate', 'phone', 'email'] as const;
type Field = (typeof FIELDS)[number];
const TYPES = { displayName: 'text', birthDate: 'date', phone: 'tel', email: 'email' } as const;

/** Adds a patient, after a look at who may be the same person. The rest of the profile is written on their page. */
export function AddPatientPanel({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation('patients');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const [id] = useState(() => uuid());
  const [draft, setDraft] = useState<Record<Field, string>>({ displayName: name, birthDate: '', phone: '', email: '' });
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({});
  useShortcuts({ Escape: onClose });
  useEffect(() => heading.current?.focus(), []);

  const add = useMutation({
    mutationFn: (isSure: boolean) => addOrAsk(id, read(draft), isSure),
    onSuccess: async (outcome) => {
      if ('similar' in outcome) return;
      await queries.invalidateQueries({ queryKey: ['patients'] });
      await navigate(`/patients/${outcome.patientId}`);
    },
  });
  const similar = add.data && 'similar' in add.data ? add.data.similar : [];

  function submit(event: FormEvent) {
    event.preventDefault();
    const found: Partial<Record<Field, string>> = {};
    for (const field of FIELDS)
      if (!profileSchema.shape[field].safeParse(read(draft)[field]).success) found[field] = t('form.wrong');
    setWrong(found);
    if (Object.keys(found).length === 0) add.mutate(false);
  }

  return (
    <aside className="card patients__panel" aria-labelledby="add-title">
      <div className="panel-head">
        <h2 id="add-title" ref={heading} tabIndex={-1}>
          {t('add.title')}
        </h2>
        <IconButton label={t('add.close')} icon={<X aria-hidden="true" />} onPress={onClose} />
      </div>
      <Form className="form" onSubmit={submit}>
        <ProblemBanner error={add.error} />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`field.${field}`)}
            type={TYPES[field]}
            autoComplete="off"
            value={draft[field]}
            onChange={(value) => {
              setDraft({ ...draft, [field]: value });
              add.reset();
            }}
            error={wrong[field]}
          />
        ))}
        {similar.length > 0 ? (
          <Banner kind="caution" title={t('add.isIt')} announce>
            <p>{t('add.isItText')}</p>
            <ul className="patient-list">
              {similar.map((one) => (
                <li key={one.patientId}>
                  <Link className="patient-list__row" to={`/patients/${one.patientId}`}>
                    <PatientLine patient={one} />
                    <span className="patient-list__same">
                      {one.sameness.map((what) => t(`same.${what}`)).join(', ')}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            <Button isPending={add.isPending} onPress={() => add.mutate(true)}>
              {t('add.anyway')}
            </Button>
          </Banner>
        ) : (
          <div className="form__actions">
            <Button type="submit" look="primary" isDisabled={!draft.displayName.trim()} isPending={add.isPending}>
              {t('add.submit')}
            </Button>
          </div>
        )}
      </Form>
    </aside>
  );
}

/** What was typed, with null where nothing was. */
function read({ displayName, birthDate, phone, email }: Record<Field, string>) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    displayName: displayName.trim(),
    birthDate: orNull(birthDate),
    phone: orNull(phone),
    email: orNull(email),
  };
}

async function addOrAsk(id: string, person: ReturnType<typeof read>, isSure: boolean) {
  if (!isSure) {
    const { patients } = await call(findSimilar, { body: person });
    if (patients.length > 0) return { similar: patients };
  }
  const { displayName, ...details } = person;
  return call(addPatient, { body: { id, displayName, details } });
}
