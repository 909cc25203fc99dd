import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, useShortcuts } from '../ui/index.ts';
import { AmendPanel } from './AmendPanel.tsx';
import { ArmedBar } from './ArmedBar.tsx';
import { ByHandPanel } from './ByHandPanel.tsx';
import { type BarMode, barMode, type Choosing } from './bar-mode.ts';
import { CountChooser } from './CountChooser.tsx';
import { IdleBar } from './IdleBar.tsx';
import { MeasureChooser } from './MeasureChooser.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { ScreenBar } from './ScreenBar.tsx';
import { ScreenChooser } from './ScreenChooser.tsx';
import { ScreenReview } from './ScreenReview.tsx';
import { SetBar } from './SetBar.tsx';
import { StoppedBar } from './StoppedBar.tsx';
import { TimedBar } from './TimedBar.tsx';
import { TimedChooser } from './TimedChooser.tsx';
import { TimedReview } from './TimedReview.tsx';
import type { Commands } from './useCommands.ts';
import type { PainWatch } from './usePainMoment.ts';

interface ActionBarProps {
  state: EncounterState;
  patientName: string;
  commands: Commands;
  choosing: Choosing;
  onChoose: (choosing: Choosing) => void;
  /** High irritability: a measurement has one trial. */
  irritable: boolean;
  pain: PainWatch;
  /** When the screen that runs asks for its next trial, epoch ms of this device. */
  dueMs: number | null;
  /** Entries that the server does not have yet, while it cannot be reached. */
  unsent: number;
}

/** What can be done now, with its keys; STOP stands at its end whatever happens. */
export function ActionBar(props: ActionBarProps) {
  const { state, patientName, commands, choosing, unsent } = props;
  const { t } = useTranslation('console');
  const mode = barMode(state, choosing);
  const bar = useRef<HTMLElement>(null);
  const isOpen = state.status === 'open';

  // What had the focus is gone with its mode: the bar takes it, so that the next Tab starts here.
  useEffect(() => {
    if (mode.kind !== 'closed' && document.activeElement === document.body) bar.current?.focus();
  }, [mode.kind]);
  useShortcuts({ '.': isOpen && !state.stop && commands.stopAll });

  return (
    <section className="bar" aria-label={t('bar.label')} ref={bar} tabIndex={-1} data-mode={mode.kind}>
      {mode.kind === 'closed' ? <p className="bar__hint">{t('bar.closed', { name: patientName })}</p> : null}
      <Mode {...props} mode={mode} />
      {unsent > 0 ? (
        <p className="bar__unsent" role="status">
          {t('bar.unsent', { name: patientName })}
        </p>
      ) : null}
      {isOpen && !state.stop ? (
        <Button look="stop" shortcut="." onPress={commands.stopAll} demo="stop-all">
          {t('bar.stopAll')}
        </Button>
      ) : null}
    </section>
  );
}

function Mode({ mode, state, commands, onChoose, irritable, pain, dueMs }: ActionBarProps & { mode: BarMode }) {
  const done = () => onChoose(null);
  switch (mode.kind) {
    case 'closed':
      return null;
    case 'idle':
      return <IdleBar state={state} again={mode.again} commands={commands} onChoose={onChoose} />;
    case 'measure':
      return <MeasureChooser state={state} commands={commands} onDone={done} />;
    case 'count':
      return <CountChooser state={state} commands={commands} onDone={done} />;
    case 'choose-screen':
      return <ScreenChooser irritable={irritable} commands={commands} onDone={done} />;
    case 'by-hand':
      return <ByHandPanel state={state} commands={commands} onDone={done} />;
    case 'amend':
      return <AmendPanel key={mode.trial.trialId} trial={mode.trial} commands={commands} onDone={done} />;
    case 'trial':
      return <ArmedBar trial={mode.trial} screen={mode.screen} commands={commands} pain={pain} />;
    case 'review':
      return <ReviewBar state={state} trial={mode.trial} commands={commands} onChoose={onChoose} />;
    case 'screen':
      return <ScreenBar state={state} mode={mode} dueMs={dueMs} commands={commands} />;
    case 'screen-review':
      return <ScreenReview state={state} screen={mode.screen} commands={commands} onChoose={onChoose} />;
    case 'set':
      return <SetBar set={mode.set} commands={commands} />;
    case 'choose-timed':
      return <TimedChooser state={state} commands={commands} onDone={done} />;
    case 'timed':
      return <TimedBar timed={mode.timed} commands={commands} shownNow={pain.shownNow} />;
    case 'timed-review':
      return <TimedReview timed={mode.timed} commands={commands} />;
    case 'stopped':
      return <StoppedBar set={mode.set} screen={mode.screen} commands={commands} />;
  }
}
