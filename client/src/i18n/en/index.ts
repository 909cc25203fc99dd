import { appointments } from './appointments.ts';
import { audit } from './audit.ts';
import { byHand } from './by-hand.ts';
import { choose } from './choose.ts';
import { common } from './common.ts';
import { console } from './console.ts';
import { correct } from './correct.ts';
import { demo } from './demo.ts';
import { duplicates } from './duplicates.ts';
import { history } from './history.ts';
import { movement } from './movement.ts';
import { patient } from './patient.ts';
import { patients } from './patients.ts';
import { people } from './people.ts';
import { referrals } from './referrals.ts';
import { results } from './results.ts';
import { rights } from './rights.ts';
import { screens } from './screens.ts';
import { security } from './security.ts';
import { staff } from './staff.ts';
import { summary } from './summary.ts';
import { timed } from './timed.ts';

export const en = {
  audit,
  choose,
  common,
  demo,
  duplicates,
  history,
  movement,
  patient,
  patients,
  people,
  referrals,
  security,
  staff,
  appointments,
  console,
  byHand,
  correct,
  rights,
  screens,
  results,
  summary,
  timed,
};
