import type { EncounterState } from '@plumbline/shared/encounter';
import { findProtocol, PROTOCOLS } from '@plumbline/shared/measurement';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, Segments, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import { SideChoice } from './SideChoice.tsx';
import type { Commands } from './useCommands.ts';

interface MeasureChooserProps {
  state: EncounterState;
  commands: Commands;
  onDone: () => void;
}

/** Which measurement, on which side. The side is never assumed. */
export function MeasureChooser({ state, commands, onDone }: MeasureChooserProps) {
  const { t } = useTranslation(['console', 'common']);
  const names = useNames();
  const last = state.trials.at(-1);
  const [protocol, setProtocol] = useState<string>(findProtocol(last?.protocol ?? '')?.id ?? PROTOCOLS[0]?.id ?? '');
  const [side, setSide] = useState<'left' | 'right' | null>(null);
  const chosen = findProtocol(protocol);

  function start() {
    if (!side || !chosen) return;
    commands.arm(`${chosen.id}@${chosen.version}`, side);
    onDone();
  }

  useShortcuts({
    ...Object.fromEntries(PROTOCOLS.map(({ id }, i) => [String(i + 1), () => setProtocol(id)])),
    l: () => setSide('left'),
    r: () => setSide('right'),
    Enter: side && start,
    Escape: onDone,
  });

  return (
    <div className="chooser">
      <ChooserRow label={t('measure.what')}>
        <Segments
          label={t('measure.what')}
          value={protocol}
          onChange={setProtocol}
          options={PROTOCOLS.map(({ id }, i) => ({
            value: id,
            label: names.protocol(id),
            shortcut: String(i + 1),
            demo: `protocol-${id}`,
          }))}
        />
      </ChooserRow>
      <ChooserRow label={t('side.label')}>
        <SideChoice value={side} onChange={setSide} />
      </ChooserRow>
      <p className="chooser__hint">
        {chosen ? t(chosen.view === 'front' ? 'measure.fromFront' : 'measure.fromSide') : null} {t('measure.standing')}
      </p>
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={!side} onPress={start} demo="arm-trial">
          {side ? t('measure.start', { name: names.protocol(protocol, side) }) : t('measure.chooseSide')}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}
