import type { TimedState } from '@plumbline/shared/encounter';
import { findTimedTest, type KeyEnd } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { useTimedTexts } from '../results/index.ts';
import { Button, useNow, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

interface TimedBarProps {
  timed: TimedState;
  commands: Commands;
  /** The capture time of the frame on the screen now; null without a picture. */
  shownNow: () => number | null;
}

/** The device has the time to say it in; then it can be asked again. */
const AGAIN_MS = 5_000;
const END_KEYS: Record<KeyEnd, string> = {
  'fifth-stand': 'e',
  'seated-again': 'e',
  'touch-down': 'e',
  'hand-support': 'h',
};

/** A timed test from getting ready to its end: "Go" when the patient is ready, and keys for what the camera does not see. */
export function TimedBar({ timed, commands, shownNow }: TimedBarProps) {
  const { t } = useTranslation('timed');
  const texts = useTimedTexts();
  const { testId, status } = timed;
  const isRunning = status === 'running';
  const name = texts.name(timed.test, timed.side);
  const leave = isRunning
    ? () => commands.endTimed(testId, 'broken-off', shownNow())
    : () => commands.cancelTimed(testId);
  useShortcuts({ Escape: leave });
  return (
    <div className="bar__row">
      <p className="bar__live" role="status">
        <span className="live-dot" aria-hidden="true" />
        {t(status === 'called' ? 'calling' : isRunning ? 'running' : 'getsReady', { name })}
      </p>
      {isRunning ? (
        <EndKeys timed={timed} commands={commands} shownNow={shownNow} />
      ) : (
        <CallButton timed={timed} commands={commands} />
      )}
      <Button look="quiet" shortcut="Esc" onPress={leave} demo="leave-timed">
        {t(isRunning ? 'breakOff' : 'cancel')}
      </Button>
    </div>
  );
}

function CallButton({ timed, commands }: Pick<TimedBarProps, 'timed' | 'commands'>) {
  const { t } = useTranslation('timed');
  const nowMs = useNow(1_000);
  const isCalled = timed.status === 'called';
  const mayCall = !isCalled || nowMs - (timed.calledAtMs ?? 0) > AGAIN_MS;
  const call = () => commands.callTimed(timed.testId);
  useShortcuts({ Enter: mayCall && call });
  return (
    <Button look="primary" shortcut="⏎" isDisabled={!mayCall} onPress={call} demo="call-timed">
      {t(isCalled && mayCall ? 'callAgain' : 'call')}
    </Button>
  );
}

function EndKeys({ timed, commands, shownNow }: TimedBarProps) {
  const { t } = useTranslation('timed');
  const { testId } = timed;
  const test = findTimedTest(timed.test);
  const ends = test?.keys ?? [];
  const end = (how: KeyEnd) => commands.endTimed(testId, how, shownNow());
  const lift = test?.starts === 'lift-off' && !timed.lifted ? () => commands.liftTimed(testId, shownNow()) : null;
  useShortcuts({
    ...Object.fromEntries(ends.map((how) => [END_KEYS[how], () => end(how)])),
    f: lift,
  });
  return (
    <>
      {lift ? (
        <Button shortcut="F" onPress={lift} demo="lift-timed">
          {t('lifted')}
        </Button>
      ) : null}
      {ends.map((how) => (
        <Button key={how} shortcut={END_KEYS[how].toUpperCase()} onPress={() => end(how)} demo={`end-${how}`}>
          {t(`end.${how}`)}
        </Button>
      ))}
    </>
  );
}
