import type { EncounterState } from '@plumbline/shared/encounter';
import { measurementsOf } from '../results/index.ts';
import { ByHandList } from './ByHandList.tsx';
import type { Choosing } from './bar-mode.ts';
import { ScreenPanel } from './ScreenPanel.tsx';
import { TrialsPanel } from './TrialsPanel.tsx';
import type { Commands } from './useCommands.ts';

interface MeasuredPanelProps {
  state: EncounterState;
  commands: Commands;
  onChoose: (choosing: Choosing) => void;
}

/** What is measured now or was last: the screen that runs, or the trials of one measurement, on top of the side column until a set follows; and what was entered by hand. */
export function MeasuredPanel({ state, commands, onChoose }: MeasuredPanelProps) {
  const screen = state.screens.find(({ status }) => status !== 'accepted');
  const measured = latestMeasured(state);
  return (
    <>
      {screen ? (
        <ScreenPanel state={state} screen={screen} />
      ) : measured ? (
        <TrialsPanel measured={measured} onCorrect={(trialId) => onChoose({ amend: trialId })} />
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
