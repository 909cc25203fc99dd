export { Degrees } from './Degrees.tsx';
export { LedgerTable } from './LedgerTable.tsx';
export { type Measured, measurementsOf } from './measurements.ts';
export { isTempo } from './tempo.ts';
export { useNames } from './useNames.ts';
