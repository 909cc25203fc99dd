import type { SetState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

/** After STOP: nothing goes on before the therapist says how. */
export function StoppedBar({ set, commands }: { set: SetState | null; commands: Commands }) {
  const { t } = useTranslation('console');
  const names = useNames();
  const resume = () => commands.resolveStop('resume');
  const end = () => commands.resolveStop('end-set');
  useShortcuts({ u: resume, e: set && end });
  return (
    <div className="bar__row">
      <p className="bar__result">{set ? names.exercise(set.exercise, set.side) : t('stop.nothing')}</p>
      <Button shortcut="U" onPress={resume} demo="resume">
        {set ? t('stop.resume') : t('stop.goOn')}
      </Button>
      {set ? (
        <Button shortcut="E" onPress={end} demo="end-stopped-set">
          {t('count.end')}
        </Button>
      ) : null}
    </div>
  );
}
