import type { EncounterState } from '@plumbline/shared/encounter';
import { type EntryMethod, entryProblem, entryRulesFor } from '@plumbline/shared/measurement';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { Beside } from '../history/index.ts';
import { useNames } from '../results/index.ts';
import { Button, Segments, useShortcuts } from '../ui/index.ts';
import { ByHandValue } from './ByHandValue.tsx';
import { METHOD_KEYS, measurementFor, measuresOf, measureToBeginWith, regionOf } from './by-hand-choice.ts';
import { ChooserRow } from './ChooserRow.tsx';
import { REGIONS } from './movement-choice.ts';
import { SideChoice } from './SideChoice.tsx';
import type { Commands } from './useCommands.ts';

interface ByHandPanelProps {
  state: EncounterState;
  commands: Commands;
  onDone: () => void;
}

/** A value that no camera measured: what, on which side, how, and how much; marked as such. */
export function ByHandPanel({ state, commands, onDone }: ByHandPanelProps) {
  const { t } = useTranslation(['byHand', 'common', 'console', 'results']);
  const names = useNames();
  const last = state.trials.at(-1);
  const waits = last?.status === 'unreviewed' && !last.screen ? last : null;
  const [measure, setMeasure] = useState(() => measureToBeginWith(state));
  const [side, setSide] = useState<'left' | 'right' | null>(waits?.side ?? null);
  const [wanted, setMethod] = useState<EntryMethod | null>(null);
  const [value, setValue] = useState<number | null>(null);
  const [uncertainty, setUncertainty] = useState<number | null>(null);
  const region = regionOf(measure);
  const rules = entryRulesFor(measure);
  const method = wanted && rules?.methods.includes(wanted) ? wanted : (rules?.methods[0] ?? 'by-eye');
  const ofSide = rules?.sided ? side : null;
  const version = measuresOf(region).find(({ id }) => id === measure)?.version ?? 1;
  const choose = (id: string) => {
    setMeasure(id);
    setValue(null);
    setUncertainty(null);
  };
  const isReady =
    rules !== undefined && value !== null && entryProblem(rules, { side: ofSide, method, value }) === null;

  function save() {
    if (!isReady || value === null) return;
    const measurementId = measurementFor(state, measure, ofSide) ?? uuid();
    commands.enterValue({ measurementId, measure: `${measure}@${version}`, side: ofSide, method, value, uncertainty });
    onDone();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    save();
  }

  useShortcuts({
    ...Object.fromEntries(REGIONS.map((one, i) => [String(i + 1), () => choose(measuresOf(one)[0]?.id ?? measure)])),
    ...Object.fromEntries(measuresOf(region).map(({ id, key }) => [key, () => choose(id)])),
    ...Object.fromEntries(rules?.methods.map((one) => [METHOD_KEYS[one], () => setMethod(one)]) ?? []),
    l: rules?.sided && (() => setSide('left')),
    r: rules?.sided && (() => setSide('right')),
    Enter: isReady && save,
    Escape: onDone,
  });

  return (
    <form className="chooser" aria-label={t('title')} onSubmit={submit}>
      <ChooserRow label={t('region')}>
        <Segments
          label={t('region')}
          value={region}
          onChange={(one) => choose(measuresOf(one)[0]?.id ?? measure)}
          options={REGIONS.map((one, i) => ({
            value: one,
            label: t(`results:region.${one}`),
            shortcut: String(i + 1),
          }))}
        />
      </ChooserRow>
      <ChooserRow label={t('what')}>
        <Segments
          label={t('what')}
          value={measure}
          onChange={choose}
          options={measuresOf(region).map(({ id, key }) => ({
            value: id,
            label: names.measure(id),
            shortcut: key.toUpperCase(),
            demo: `measure-${id}`,
          }))}
        />
      </ChooserRow>
      {rules?.sided ? (
        <ChooserRow label={t('console:side.label')}>
          <SideChoice value={side} onChange={setSide} />
        </ChooserRow>
      ) : null}
      <ChooserRow label={t('method')}>
        <Segments
          label={t('method')}
          value={method}
          onChange={setMethod}
          options={(rules?.methods ?? []).map((one) => ({
            value: one,
            label: t(`methods.${one}`),
            shortcut: METHOD_KEYS[one].toUpperCase(),
            demo: `method-${one}`,
          }))}
        />
      </ChooserRow>
      {rules ? (
        <ByHandValue
          measure={measure}
          rules={rules}
          value={value}
          onValue={setValue}
          uncertainty={uncertainty}
          onUncertainty={setUncertainty}
        />
      ) : null}
      {rules && (ofSide || !rules.sided) ? (
        <Beside of={{ measure: `${measure}@${version}`, side: ofSide, method }} />
      ) : null}
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={!isReady} type="submit" demo="save-by-hand">
          {isReady
            ? t('save', { name: names.measure(measure, ofSide) })
            : t(rules?.sided ? 'notReady' : 'notReadyNoSide')}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
        <span className="chooser__hint">{t('ownTrend')}</span>
      </div>
    </form>
  );
}
