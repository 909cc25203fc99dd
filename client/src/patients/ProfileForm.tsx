import { HANDS, type Profile, SEXES, type WrittenProfile } from '@plumbline/shared/people';
import type { FormEvent } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Banner, Button, ProblemBanner, SelectField, TextArea, TextField } from '../ui/index.ts';
import { CaregiverFields } from './CaregiverFields.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { HistoryFields } from './HistoryFields.tsx';
import { useProfileDraft } from './useProfileDraft.ts';

interface ProfileFormProps {
  written: WrittenProfile;
  onSaved: (before: WrittenProfile, now: WrittenProfile) => void;
  onCancel: () => void;
}

/** What a part of the form needs. */
export interface ProfilePart {
  draft: Profile;
  change: (changes: Partial<Profile>) => void;
  /** What is wrong at that path of the profile, in words. */
  errorAt: (path: string) => string | undefined;
}

const LINES = [
  ['legalName', 'text'],
  ['birthDate', 'date'],
  ['phone', 'tel'],
  ['email', 'email'],
  ['language', 'text'],
  ['timeZone', 'text'],
] as const;
const HINTS = { legalName: 'hint.legalName', language: 'hint.language', timeZone: 'hint.timeZone' } as const;

/** Writes the profile as a whole. */
export function ProfileForm({ written, onSaved, onCancel }: ProfileFormProps) {
  const { t } = useTranslation(['patients', 'common']);
  const form = useProfileDraft(written, onSaved);
  const { draft, change, wrong } = form;
  const errorAt = (path: string) => (wrong.has(path) ? t('form.wrong') : undefined);
  const part: ProfilePart = { draft, change, errorAt };

  function submit(event: FormEvent) {
    event.preventDefault();
    form.save();
  }

  return (
    <Form className="form" onSubmit={submit}>
      <ProblemBanner error={form.error} />
      {form.met ? <ConflictPanel {...form.met} draft={draft} onDecide={form.decide} /> : null}
      {wrong.size > 0 ? <Banner kind="danger">{t('form.wrongSome')}</Banner> : null}
      <div className="form__grid">
        <TextField
          label={t('field.displayName')}
          value={draft.displayName}
          onChange={(displayName) => change({ displayName })}
          error={errorAt('displayName')}
          autoComplete="off"
          autoFocus
        />
        {LINES.map(([field, type]) => (
          <TextField
            key={field}
            label={t(`field.${field}`)}
            {...(field in HINTS ? { hint: t(HINTS[field as keyof typeof HINTS]) } : {})}
            type={type}
            autoComplete="off"
            value={draft[field] ?? ''}
            onChange={(value) => change({ [field]: value === '' ? null : value })}
            error={errorAt(field)}
          />
        ))}
        <SelectField
          label={t('field.sex')}
          hint={t('hint.sex')}
          value={draft.sex}
          onChange={(sex) => change({ sex })}
          options={SEXES.map((value) => ({ value, label: t(`sex.${value}`) }))}
        />
        <SelectField
          label={t('field.preferredHand')}
          value={draft.preferredHand ?? 'unknown'}
          onChange={(hand) => change({ preferredHand: hand === 'unknown' ? null : hand })}
          options={([...HANDS, 'unknown'] as const).map((value) => ({ value, label: t(`hand.${value}`) }))}
        />
      </div>
      <TextArea
        label={t('field.address')}
        rows={3}
        value={draft.address ?? ''}
        onChange={(value) => change({ address: value === '' ? null : value })}
        error={errorAt('address')}
      />
      <HistoryFields {...part} />
      <CaregiverFields {...part} />
      <div className="form__actions">
        <Button type="submit" look="primary" isPending={form.isSaving}>
          {t('form.save')}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </Form>
  );
}
