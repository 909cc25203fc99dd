import { BODY_SIDES, DEVICE_KINDS } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { SelectField, TextArea, TextField } from '../ui/index.ts';
import { ListEditor } from './ListEditor.tsx';
import type { ProfilePart } from './ProfileForm.tsx';

/** Conditions, surgeries, implants and aids. */
export function HistoryFields({ draft, change, errorAt }: ProfilePart) {
  const { t } = useTranslation('patients');
  const sides = ([...BODY_SIDES, 'none'] as const).map((value) => ({ value, label: t(`bodySide.${value}`) }));
  return (
    <>
      <TextArea
        label={t('field.conditions')}
        hint={t('hint.conditions')}
        value={draft.conditions.join('\n')}
        onChange={(text) => change({ conditions: text === '' ? [] : text.split('\n') })}
        error={draft.conditions.map((_, i) => errorAt(`conditions.${i}`)).find(Boolean)}
      />
      <ListEditor
        label={t('field.surgeries')}
        addLabel={t('form.addSurgery')}
        items={draft.surgeries}
        nameOf={({ what }) => what}
        create={() => ({ what: '', when: null, side: null })}
        onChange={(surgeries) => change({ surgeries })}
      >
        {(item, set, i) => (
          <>
            <TextField
              label={t('form.what')}
              value={item.what}
              onChange={(what) => set({ what })}
              error={errorAt(`surgeries.${i}.what`)}
            />
            <TextField
              label={t('form.when')}
              hint={t('hint.when')}
              value={item.when ?? ''}
              onChange={(when) => set({ when: when === '' ? null : when })}
              error={errorAt(`surgeries.${i}.when`)}
            />
            <SelectField
              label={t('form.side')}
              value={item.side ?? 'none'}
              onChange={(side) => set({ side: side === 'none' ? null : side })}
              options={sides}
            />
          </>
        )}
      </ListEditor>
      <ListEditor
        label={t('field.devices')}
        addLabel={t('form.addDevice')}
        items={draft.devices}
        nameOf={({ what }) => what}
        create={() => ({ kind: 'implant' as const, what: '', side: null })}
        onChange={(devices) => change({ devices })}
      >
        {(item, set, i) => (
          <>
            <SelectField
              label={t('form.kind')}
              value={item.kind}
              onChange={(kind) => set({ kind })}
              options={DEVICE_KINDS.map((value) => ({ value, label: t(`device.${value}`) }))}
            />
            <TextField
              label={t('form.what')}
              value={item.what}
              onChange={(what) => set({ what })}
              error={errorAt(`devices.${i}.what`)}
            />
            <SelectField
              label={t('form.side')}
              value={item.side ?? 'none'}
              onChange={(side) => set({ side: side === 'none' ? null : side })}
              options={sides}
            />
          </>
        )}
      </ListEditor>
    </>
  );
}
