export { AmendPanel } from './AmendPanel.tsx';
export { CorrectableLedger } from './CorrectableLedger.tsx';
export { toAccept } from './screen-rows.ts';
export { type Commands, useCommands } from './useCommands.ts';
