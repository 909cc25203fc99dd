import { z } from 'zod';

/** What several event bodies are made of. */
export const id = z.uuid();
export const degrees = z.number().min(-360).max(360);
export const halfWidth = z.number().nonnegative().max(360);
export const side = z.enum(['left', 'right']);
/** A definition by its id, e.g. `shoulder-abduction@1`. */
export const definition = z.string().max(60);
