import type { TrialState } from '@plumbline/shared/encounter';
import { ListChecks, RotateCcw, Ruler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Choosing } from './bar-mode.ts';
import type { Commands } from './useCommands.ts';

interface IdleBarProps {
  again: TrialState | null;
  commands: Commands;
  onChoose: (choosing: Choosing) => void;
}

/** Nothing is under way: measure, count, or the last measurement once more. */
export function IdleBar({ again, commands, onChoose }: IdleBarProps) {
  const { t } = useTranslation('console');
  const names = useNames();
  useShortcuts({
    m: () => onChoose('measure'),
    c: () => onChoose('count'),
    r: again && (() => void commands.again(again)),
  });
  return (
    <div className="bar__row">
      <Button look="primary" shortcut="M" onPress={() => onChoose('measure')} demo="open-measure">
        <Ruler aria-hidden="true" />
        {t('bar.measure')}
      </Button>
      <Button look="primary" shortcut="C" onPress={() => onChoose('count')} demo="open-count">
        <ListChecks aria-hidden="true" />
        {t('bar.count')}
      </Button>
      {again ? (
        <Button shortcut="R" onPress={() => void commands.again(again)}>
          <RotateCcw aria-hidden="true" />
          {t('bar.oneMore', { name: names.protocol(again.protocol, again.side) })}
        </Button>
      ) : null}
    </div>
  );
}
