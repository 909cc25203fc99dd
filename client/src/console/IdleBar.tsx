import type { EncounterState, TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useShortcuts, VisuallyHidden } from '../ui/index.ts';
import type { Choosing } from './bar-mode.ts';
import { canRepeat, MOST_TRIALS, nextTrialOf } from './next-trial.ts';
import type { Commands } from './useCommands.ts';

interface IdleBarProps {
  state: EncounterState;
  /** The last trial there was. */
  again: TrialState | null;
  commands: Commands;
  onChoose: (choosing: Choosing) => void;
}

/** Nothing is under way: the measurement's next trial, or measure, count, run a screen, enter by hand. */
export function IdleBar({ state, again, commands, onChoose }: IdleBarProps) {
  const { t } = useTranslation(['console', 'screens', 'byHand', 'timed']);
  const names = useNames();
  const next = again && nextTrialOf(state, again);
  const repeat = again && canRepeat(state, again) && (() => void commands.again(again));
  useShortcuts({
    m: () => onChoose('measure'),
    c: () => onChoose('count'),
    s: () => onChoose('screen'),
    t: () => onChoose('timed'),
    h: () => onChoose('by-hand'),
    n: next !== null && repeat,
    r: repeat,
  });
  return (
    <div className="bar__row">
      {again && next && repeat ? (
        <Button look="primary" shortcut="N" onPress={repeat} demo="next-trial">
          {t('screens:offer', { trial: next, trials: MOST_TRIALS })}
        </Button>
      ) : null}
      <Button look={next ? 'plain' : 'primary'} shortcut="M" onPress={() => onChoose('measure')} demo="open-measure">
        {t('bar.measure')}
      </Button>
      <Button look={next ? 'plain' : 'primary'} shortcut="C" onPress={() => onChoose('count')} demo="open-count">
        {t('bar.count')}
      </Button>
      <Button shortcut="S" onPress={() => onChoose('screen')} demo="open-screen">
        {t('screens:open')}
      </Button>
      <Button shortcut="T" onPress={() => onChoose('timed')} demo="open-timed">
        {t('timed:open')}
      </Button>
      <Button shortcut="H" onPress={() => onChoose('by-hand')} demo="open-by-hand">
        {t('byHand:open')}
      </Button>
      {again && repeat && !next ? (
        <Button look="quiet" shortcut="R" onPress={repeat}>
          {t('review.repeat')}
          <VisuallyHidden>: {names.protocol(again.protocol, again.side)}</VisuallyHidden>
        </Button>
      ) : null}
    </div>
  );
}
