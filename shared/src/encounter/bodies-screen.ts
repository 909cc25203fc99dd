import { z } from 'zod';
import { definition, id, side } from './fields.ts';

export const screenStep = z.strictObject({ protocol: definition, side });

const step = z.int().nonnegative().max(40);

/** A set of measurements in one go. Its steps are written down when it starts, so that it can be read without its definition. */
export const SCREEN_BODIES = {
  'screen.started': z.strictObject({
    screenId: id,
    screen: definition,
    irritable: z.boolean(),
    trialsPerStep: z.int().min(1).max(3),
    steps: z.array(screenStep).min(1).max(40),
  }),
  /** Nothing more is asked for until it is resumed; a trial that waits for its movement is cancelled. */
  'screen.paused': z.strictObject({ screenId: id }),
  'screen.resumed': z.strictObject({ screenId: id }),
  /** Goes on to the next step; what the step has recorded stays. */
  'screen.skipped': z.strictObject({ screenId: id, step }),
  /** Asks for a step once more; what it recorded and nobody accepted is declined. */
  'screen.repeated': z.strictObject({ screenId: id, step }),
  /** Asks for no more steps; what was recorded waits for review. */
  'screen.ended': z.strictObject({ screenId: id }),
  /** Keeps these trials, the ones that were on the screen when it was pressed; what has no value is declined. */
  'screen.accepted': z.strictObject({ screenId: id, trialIds: z.array(id).max(120) }),
} as const;
