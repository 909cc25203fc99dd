import { type EncounterState, measurementsOf } from '@plumbline/shared/encounter';
import { ByHandList } from './ByHandList.tsx';
import type { Choosing } from './bar-mode.ts';
import { ScreenPanel } from './ScreenPanel.tsx';
import { TrialsPanel } from './TrialsPanel.tsx';
import type { Commands } from './useCommands.ts';

interface MeasuredPanelProps {
  state: EncounterState;
  commands: Commands;
  onChoose: (choosing: Choosing) => void;
  /** What was picked in the timeline, by its key. */
  picked: string | null;
}

/** What is measured now or was last: the screen that runs, or the trials of one measurement, the picked one or the last until a set follows; and what was entered by hand. */
export function MeasuredPanel({ state, commands, onChoose, picked }: MeasuredPanelProps) {
  const chosen = measurementsOf(state).find(({ key }) => key === picked);
  const screen = chosen ? undefined : state.screens.find(({ status }) => status !== 'accepted');
  const measured = chosen ?? latestMeasured(state);
  return (
    <>
      {screen ? (
        <ScreenPanel state={state} screen={screen} />
      ) : measured ? (
        <TrialsPanel
          measured={measured}
          onCorrect={(trialId) => onChoose({ amend: trialId })}
          onUnmark={commands.unmarkPain}
        />
      ) : null}
      <ByHandList values={state.values} commands={commands} />
    </>
  );
}

/** What was begun last: a measurement stands on top until a set follows it. */
function latestMeasured(state: EncounterState) {
  const measured = measurementsOf(state).at(-1);
  const begunMs = measured?.trials.at(-1)?.armedAtMs ?? 0;
  if (!measured || (state.sets.at(-1)?.startedAtMs ?? 0) > begunMs) return null;
  return measured;
}
