import type { EncounterState } from '@plumbline/shared/encounter';
import { findProtocol, type Protocol } from '@plumbline/shared/measurement';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Beside } from '../history/index.ts';
import { useNames } from '../results/index.ts';
import { Button, Segments, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import { protocolsOf, protocolToBeginWith, REGIONS, type Region } from './movement-choice.ts';
import { SideChoice } from './SideChoice.tsx';
import type { Commands } from './useCommands.ts';

interface MeasureChooserProps {
  state: EncounterState;
  commands: Commands;
  onDone: () => void;
}

/** Which measurement, by region, on which side. The side is never assumed. */
export function MeasureChooser({ state, commands, onDone }: MeasureChooserProps) {
  const { t } = useTranslation(['console', 'choose', 'common', 'results']);
  const names = useNames();
  const [protocol, setProtocol] = useState<Protocol | undefined>(() =>
    protocolToBeginWith(state.trials.at(-1)?.protocol),
  );
  const [side, setSide] = useState<'left' | 'right' | null>(null);
  const region: Region = protocol?.region ?? 'shoulder';
  const choose = (id: string) => setProtocol(findProtocol(id));
  const open = (one: Region) => setProtocol(protocolsOf(one)[0]);

  function start() {
    if (!side || !protocol) return;
    commands.arm(`${protocol.id}@${protocol.version}`, side);
    onDone();
  }

  useShortcuts({
    ...Object.fromEntries(REGIONS.map((one, i) => [String(i + 1), () => open(one)])),
    ...Object.fromEntries(protocolsOf(region).map(({ id, key }) => [key, () => choose(id)])),
    l: () => setSide('left'),
    r: () => setSide('right'),
    Enter: side && start,
    Escape: onDone,
  });

  return (
    <div className="chooser">
      <ChooserRow label={t('choose:measure.region')}>
        <Segments
          label={t('choose:measure.region')}
          value={region}
          onChange={open}
          options={REGIONS.map((one, i) => ({
            value: one,
            label: t(`results:region.${one}`),
            shortcut: String(i + 1),
            demo: `region-${one}`,
          }))}
        />
      </ChooserRow>
      <ChooserRow label={t('choose:measure.what')}>
        <Segments
          label={t('choose:measure.what')}
          value={protocol?.id ?? null}
          onChange={choose}
          options={protocolsOf(region).map(({ id, key }) => ({
            value: id,
            label: names.protocol(id),
            shortcut: key.toUpperCase(),
            demo: `protocol-${id}`,
          }))}
        />
      </ChooserRow>
      <ChooserRow label={t('side.label')}>
        <SideChoice value={side} onChange={setSide} />
      </ChooserRow>
      {protocol ? <SetUp protocol={protocol} /> : null}
      {protocol && side ? (
        <Beside of={{ measure: `${protocol.id}@${protocol.version}`, side, method: 'camera' }} />
      ) : null}
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={!side || !protocol} onPress={start} demo="arm-trial">
          {side && protocol
            ? t('choose:measure.start', { name: names.protocol(protocol.id, side) })
            : t('choose:measure.chooseSide')}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}

/** How the patient stands or sits for it, and whether one camera sees it only roughly. */
function SetUp({ protocol: { view, position, mode, strength } }: { protocol: Protocol }) {
  const { t } = useTranslation('choose');
  return (
    <p className="chooser__hint">
      {t(`measure.setUp.${view === 'front' ? 'front' : 'side'}.${position}`)} {t(`measure.mode.${mode}`)}
      {strength === 'weak' ? <strong className="chooser__weak">{t('measure.weak')}</strong> : null}
    </p>
  );
}
