import {
  AMENDMENT_REASONS_FOR,
  type AmendedChange,
  type AmendmentReason,
  asAmended,
  type ManualMethod,
  type TrialState,
} from '@plumbline/shared/encounter';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Degrees, MethodMark, useNames } from '../results/index.ts';
import { Button, NumberField, Segments, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import type { Commands } from './useCommands.ts';

interface AmendPanelProps {
  trial: TrialState;
  commands: Commands;
  onDone: () => void;
}

type Kind = AmendedChange['kind'];
const METHODS = ['by-eye', 'goniometer', 'picture'] as const satisfies readonly ManualMethod[];

/** Puts something in place of what was recorded, with a reason; the record stays beside it. */
export function AmendPanel({ trial, commands, onDone }: AmendPanelProps) {
  const { t } = useTranslation(['correct', 'byHand', 'common']);
  const names = useNames();
  const now = asAmended(trial);
  const kinds: readonly Kind[] = [
    'value',
    'side',
    'wrong-patient',
    ...(now.isAmended ? (['as-recorded'] as const) : []),
  ];
  const [kind, setKind] = useState<Kind>('value');
  const [value, setValue] = useState<number | null>(null);
  const [uncertainty, setUncertainty] = useState<number | null>(null);
  const [method, setMethod] = useState<(typeof METHODS)[number]>('by-eye');
  const [chosen, setReason] = useState<AmendmentReason | null>(null);
  const reasons: readonly AmendmentReason[] = AMENDMENT_REASONS_FOR[kind];
  // Where there is one reason only, it is it.
  const reason = reasons.length === 1 ? (reasons[0] ?? null) : chosen && reasons.includes(chosen) ? chosen : null;
  const otherSide = now.side === 'left' ? 'right' : 'left';
  const change = changeOf();

  function changeOf(): AmendedChange | null {
    if (kind === 'side') return { kind, side: otherSide };
    if (kind !== 'value') return { kind };
    return value === null ? null : { kind, valueDegrees: value, uncertaintyDegrees: uncertainty, method };
  }

  function save() {
    if (!change || !reason) return;
    commands.amend(trial.trialId, { change, reason });
    onDone();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    save();
  }

  useShortcuts({
    ...Object.fromEntries(kinds.map((one, i) => [String(i + 1), () => setKind(one)])),
    Enter: change && reason && save,
    Escape: onDone,
  });

  return (
    <form
      className="chooser"
      aria-label={t('title', { name: names.protocol(trial.protocol, now.side) })}
      onSubmit={submit}
    >
      <p className="chooser__title">
        {t('title', { name: names.protocol(trial.protocol, now.side) })}
        <span>
          <Degrees value={now.valueDegrees} uncertainty={now.uncertaintyDegrees} />{' '}
          {now.method === 'camera' ? null : <MethodMark method={now.method} />}
        </span>
      </p>
      <ChooserRow label={t('what')}>
        <Segments
          label={t('what')}
          value={kind}
          onChange={setKind}
          options={kinds.map((one, i) => ({
            value: one,
            label: t(`kind.${one}`),
            shortcut: String(i + 1),
            demo: `amend-${one}`,
          }))}
        />
      </ChooserRow>
      {kind === 'value' ? (
        <div className="chooser__dosage">
          <NumberField label={t('value')} value={value} onChange={setValue} min={-90} max={220} unit="°" />
          <NumberField
            label={t('uncertainty')}
            value={uncertainty}
            onChange={setUncertainty}
            min={0}
            max={60}
            unit="°"
          />
          <ByMethod value={method} onChange={setMethod} />
        </div>
      ) : null}
      {reasons.length > 1 ? (
        <ChooserRow label={t('reason')}>
          <Segments
            label={t('reason')}
            value={reason}
            onChange={setReason}
            options={reasons.map((code) => ({ value: code, label: t(`reasons.${code}`), demo: `reason-${code}` }))}
          />
        </ChooserRow>
      ) : (
        <p className="chooser__hint">
          {kind === 'side' ? t('sideNow', { side: names.side(otherSide) }) : null}
          {kind === 'wrong-patient' ? t('wrongPatientNow') : null}
          {kind === 'as-recorded' ? t('asRecordedNow') : null}
        </p>
      )}
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={!change || !reason} type="submit" demo="save-amendment">
          {t('save')}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}

function ByMethod(props: { value: (typeof METHODS)[number]; onChange: (method: (typeof METHODS)[number]) => void }) {
  const { t } = useTranslation('byHand');
  return (
    <div className="field">
      <span className="field__label" aria-hidden="true">
        {t('method')}
      </span>
      <Segments
        label={t('method')}
        {...props}
        options={METHODS.map((one) => ({ value: one, label: t(`methods.${one}`), demo: `method-${one}` }))}
      />
    </div>
  );
}
