import { estimatedScreenMs, SCREENS, stepsOf } from '@plumbline/shared/measurement';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, Segments, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import type { Commands } from './useCommands.ts';

interface ScreenChooserProps {
  irritable: boolean;
  commands: Commands;
  onDone: () => void;
}

type Affected = 'left' | 'right' | 'neither';
const AFFECTED: readonly { value: Affected; key: string }[] = [
  { value: 'left', key: 'l' },
  { value: 'right', key: 'r' },
  { value: 'neither', key: 'n' },
];

/** Which set of measurements; the unaffected side comes first. */
export function ScreenChooser({ irritable, commands, onDone }: ScreenChooserProps) {
  const { t } = useTranslation(['screens', 'common']);
  const names = useNames();
  const [screenId, setScreen] = useState<string>(SCREENS[0]?.id ?? '');
  const [affected, setAffected] = useState<Affected | null>(null);
  const screen = SCREENS.find((one) => one.id === screenId);
  const firstSide = affected === 'left' ? 'right' : 'left';
  const trialsPerStep = irritable ? 1 : (screen?.trialsPerStep ?? 1);
  const steps = screen ? stepsOf(screen, firstSide) : [];

  function start() {
    if (!screen || !affected) return;
    commands.startScreen({ screen: `${screen.id}@${screen.version}`, irritable, trialsPerStep, steps });
    onDone();
  }

  useShortcuts({
    ...Object.fromEntries(SCREENS.map(({ id }, i) => [String(i + 1), () => setScreen(id)])),
    ...Object.fromEntries(AFFECTED.map(({ value, key }) => [key, () => setAffected(value)])),
    Enter: affected && start,
    Escape: onDone,
  });

  return (
    <section className="chooser" aria-label={t('what')}>
      <ChooserRow label={t('what')}>
        <Segments
          label={t('what')}
          value={screenId}
          onChange={setScreen}
          options={SCREENS.map(({ id }, i) => ({
            value: id,
            label: names.screen(id),
            shortcut: String(i + 1),
            demo: `screen-${id}`,
          }))}
        />
      </ChooserRow>
      <ChooserRow label={t('affected')}>
        <Segments
          label={t('affected')}
          value={affected}
          onChange={setAffected}
          options={AFFECTED.map(({ value, key }) => ({
            value,
            label: t(`affectedSide.${value}`),
            shortcut: key.toUpperCase(),
            demo: `affected-${value}`,
          }))}
        />
      </ChooserRow>
      <ol className="screen-plan" aria-label={t('steps')}>
        {steps.map(({ protocol, side }) => (
          <li key={`${protocol} ${side}`}>{names.protocol(protocol, side)}</li>
        ))}
      </ol>
      <p className="chooser__hint">
        {t('plan', {
          minutes: Math.ceil(estimatedScreenMs(steps, trialsPerStep) / 60_000),
          trials: t('trials', { count: trialsPerStep }),
          side: names.side(firstSide),
        })}
      </p>
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={!affected} onPress={start} demo="start-screen">
          {affected && screen ? t('start', { name: names.screen(screen.id) }) : t('choose')}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </section>
  );
}
