import type { EncounterState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { Button, useNow, useShortcuts } from '../ui/index.ts';
import type { BarMode } from './bar-mode.ts';
import type { Commands } from './useCommands.ts';

interface ScreenBarProps {
  state: EncounterState;
  mode: Extract<BarMode, { kind: 'screen' }>;
  /** When the next trial is asked for by itself, epoch ms of this device. */
  dueMs: number | null;
  commands: Commands;
}

/** Between two trials of a screen: what comes next and when; or that it is paused. */
export function ScreenBar({ state, mode: { screen, next }, dueMs, commands }: ScreenBarProps) {
  const { t } = useTranslation('screens');
  const names = useNames();
  const { screenId, steps, trialsPerStep } = screen;
  const step = steps[next.step];
  const isPaused = screen.status === 'paused';
  const last = state.trials.findLast((trial) => trial.screen?.screenId === screenId && trial.result !== null)?.screen;
  const start = () => void (isPaused ? commands.resumeScreen(screenId) : commands.armNext(screen, state.trials));
  const skip = () => commands.skipStep(screenId, next.step);
  const repeat = last ? () => commands.repeatStep(screenId, last.step) : null;
  const pause = !isPaused && (() => commands.pauseScreen(screenId));
  const end = () => commands.endScreen(screenId);
  useShortcuts({ Enter: start, k: skip, r: repeat, p: pause, Escape: pause, e: end });
  const name = step ? names.protocol(step.protocol, step.side) : '';
  return (
    <>
      <p className="bar__over">
        <span role="status">{isPaused ? t('paused', { name: names.screen(screen.screen) }) : t('next', { name })}</span>
        <small>
          {t('step', { step: next.step + 1, steps: steps.length })} ·{' '}
          {t('trial', { trial: next.trial, trials: trialsPerStep })}
          {dueMs === null ? null : <Countdown dueMs={dueMs} />}
        </small>
      </p>
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" onPress={start} demo="screen-now">
          {t(isPaused ? 'resume' : 'now')}
        </Button>
        <Button shortcut="K" onPress={skip} demo="skip-step">
          {t('skip')}
        </Button>
        {repeat ? (
          <Button shortcut="R" onPress={repeat} demo="repeat-step">
            {t('repeat')}
          </Button>
        ) : null}
        {pause ? (
          <Button shortcut="P" onPress={pause} demo="pause-screen">
            {t('pause')}
          </Button>
        ) : null}
        <Button look="quiet" shortcut="E" onPress={end} demo="end-screen">
          {t('end')}
        </Button>
      </div>
    </>
  );
}

function Countdown({ dueMs }: { dueMs: number }) {
  const { t } = useTranslation('screens');
  const seconds = Math.max(0, Math.ceil((dueMs - useNow(500)) / 1000));
  return <span aria-hidden="true"> · {t('in', { seconds })}</span>;
}
