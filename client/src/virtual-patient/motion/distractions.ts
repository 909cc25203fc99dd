import { dances } from './dances.ts';
import { everyday } from './everyday.ts';
import { walks } from './walking.ts';

/** What people do in front of a camera that is no exercise. */
export const distractions = { ...walks, ...dances, ...everyday };
export const distractionIds = Object.keys(distractions) as (keyof typeof distractions)[];
