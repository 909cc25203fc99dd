export { AmendPanel } from './AmendPanel.tsx';
export { CorrectableLedger } from './CorrectableLedger.tsx';
export { ModificationSwitches } from './ModificationSwitches.tsx';
export { toAccept } from './screen-rows.ts';
export { TimedDecision } from './TimedDecision.tsx';
export { type Commands, useCommands } from './useCommands.ts';
