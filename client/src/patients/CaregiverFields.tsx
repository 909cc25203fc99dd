import { PROXY_CONSENTS, PROXY_RIGHTS } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { CheckboxField, SelectField, TextField } from '../ui/index.ts';
import { today } from './dates.ts';
import { ListEditor } from './ListEditor.tsx';
import type { ProfilePart } from './ProfileForm.tsx';

/** Whom to call in an emergency, and who may act for the patient, from when until when, by whose consent. */
export function CaregiverFields({ draft, change, errorAt }: ProfilePart) {
  const { t } = useTranslation('patients');
  const orNull = (text: string) => (text === '' ? null : text);
  return (
    <>
      <ListEditor
        label={t('field.emergencyContact')}
        addLabel={t('form.addContact')}
        items={draft.emergencyContact ? [draft.emergencyContact] : []}
        nameOf={({ name }) => name}
        create={() => ({ name: '', relation: null, phone: '' })}
        onChange={(all) => change({ emergencyContact: all.at(-1) ?? null })}
      >
        {(item, set) => (
          <>
            <TextField
              label={t('form.name')}
              value={item.name}
              onChange={(name) => set({ name })}
              error={errorAt('emergencyContact.name')}
            />
            <TextField
              label={t('form.relation')}
              value={item.relation ?? ''}
              onChange={(relation) => set({ relation: orNull(relation) })}
              error={errorAt('emergencyContact.relation')}
            />
            <TextField
              label={t('field.phone')}
              type="tel"
              value={item.phone}
              onChange={(phone) => set({ phone })}
              error={errorAt('emergencyContact.phone')}
            />
          </>
        )}
      </ListEditor>
      <ListEditor
        label={t('field.caregivers')}
        addLabel={t('form.addCaregiver')}
        items={draft.caregivers}
        nameOf={({ name }) => name}
        create={() => ({
          name: '',
          relation: null,
          phone: null,
          email: null,
          may: [],
          from: today(),
          until: null,
          consentedBy: 'patient' as const,
        })}
        onChange={(caregivers) => change({ caregivers })}
      >
        {(item, set, i) => (
          <>
            <TextField
              label={t('form.name')}
              value={item.name}
              onChange={(name) => set({ name })}
              error={errorAt(`caregivers.${i}.name`)}
            />
            <TextField
              label={t('form.relation')}
              value={item.relation ?? ''}
              onChange={(relation) => set({ relation: orNull(relation) })}
            />
            <TextField
              label={t('field.phone')}
              type="tel"
              value={item.phone ?? ''}
              onChange={(phone) => set({ phone: orNull(phone) })}
              error={errorAt(`caregivers.${i}.phone`)}
            />
            <TextField
              label={t('field.email')}
              type="email"
              value={item.email ?? ''}
              onChange={(email) => set({ email: orNull(email) })}
              error={errorAt(`caregivers.${i}.email`)}
            />
            <TextField
              label={t('form.from')}
              type="date"
              value={item.from}
              onChange={(from) => set({ from })}
              error={errorAt(`caregivers.${i}.from`)}
            />
            <TextField
              label={t('form.until')}
              type="date"
              value={item.until ?? ''}
              onChange={(until) => set({ until: orNull(until) })}
              error={errorAt(`caregivers.${i}.until`)}
            />
            <SelectField
              label={t('form.consentedBy')}
              value={item.consentedBy}
              onChange={(consentedBy) => set({ consentedBy })}
              options={PROXY_CONSENTS.map((value) => ({ value, label: t(`consentedBy.${value}`) }))}
            />
            <CheckboxField
              label={t('form.may')}
              value={item.may}
              onChange={(may) => set({ may })}
              options={PROXY_RIGHTS.map((value) => ({ value, label: t(`right.${value}`) }))}
            />
          </>
        )}
      </ListEditor>
    </>
  );
}
