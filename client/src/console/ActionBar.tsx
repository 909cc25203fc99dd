import type { EncounterState } from '@plumbline/shared/encounter';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, useShortcuts } from '../ui/index.ts';
import { ArmedBar } from './ArmedBar.tsx';
import { barMode, type Choosing } from './bar-mode.ts';
import { CountChooser } from './CountChooser.tsx';
import { IdleBar } from './IdleBar.tsx';
import { MeasureChooser } from './MeasureChooser.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { SetBar } from './SetBar.tsx';
import { StoppedBar } from './StoppedBar.tsx';
import type { Commands } from './useCommands.ts';

interface ActionBarProps {
  state: EncounterState;
  patientName: string;
  commands: Commands;
  choosing: Choosing;
  onChoose: (choosing: Choosing) => void;
  /** Entries that the server does not have yet, while it cannot be reached. */
  unsent: number;
}

/** What can be done now, with its keys; STOP stands at its end whatever happens. */
export function ActionBar({ state, patientName, commands, choosing, onChoose, unsent }: ActionBarProps) {
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
      {mode.kind === 'idle' ? <IdleBar again={mode.again} commands={commands} onChoose={onChoose} /> : null}
      {mode.kind === 'measure' ? (
        <MeasureChooser state={state} commands={commands} onDone={() => onChoose(null)} />
      ) : null}
      {mode.kind === 'count' ? <CountChooser state={state} commands={commands} onDone={() => onChoose(null)} /> : null}
      {mode.kind === 'trial' ? <ArmedBar trial={mode.trial} commands={commands} /> : null}
      {mode.kind === 'review' ? <ReviewBar trial={mode.trial} commands={commands} /> : null}
      {mode.kind === 'set' ? <SetBar set={mode.set} commands={commands} /> : null}
      {mode.kind === 'stopped' ? <StoppedBar set={mode.set} commands={commands} /> : null}
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
