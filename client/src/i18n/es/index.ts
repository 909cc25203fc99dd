import { appointments } from './appointments.ts';
import { common } from './common.ts';
import { people } from './people.ts';

export const es = { common, people, appointments };
