import type { ScreenState, SetState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

interface StoppedBarProps {
  set: SetState | null;
  screen: ScreenState | null;
  commands: Commands;
}

/** After STOP: nothing goes on before the therapist says how. */
export function StoppedBar({ set, screen, commands }: StoppedBarProps) {
  const { t } = useTranslation(['console', 'screens']);
  const names = useNames();
  const resume = () => commands.resolveStop('resume');
  const end = () => commands.resolveStop('end-set');
  const halted = set ?? screen;
  useShortcuts({ u: resume, e: halted && end });
  return (
    <div className="bar__row">
      <p className="bar__result">
        {set ? names.exercise(set.exercise, set.side) : screen ? names.screen(screen.screen) : t('stop.nothing')}
      </p>
      <Button shortcut="U" onPress={resume} demo="resume">
        {set ? t('stop.resume') : t('stop.goOn')}
      </Button>
      {halted ? (
        <Button shortcut="E" onPress={end} demo="end-stopped-set">
          {set ? t('count.end') : t('screens:end')}
        </Button>
      ) : null}
    </div>
  );
}
