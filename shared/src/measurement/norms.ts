import { findProtocol } from './protocols.ts';

/** What a study found in one band of age and one sex. Context beside a value for the therapist, never a verdict. Degrees. */
export interface RangeNorm {
  /** Without its version: the movement is what was studied. */
  protocol: string;
  movement: 'active' | 'passive';
  fromYears: number;
  toYears: number;
  sex: 'male' | 'female';
  mean: number;
  sd: number;
  source: string;
}

const BASSEY = 'Bassey 1989';

/** Only what was read in its source. A protocol without an entry has no context of this kind. */
export const RANGE_NORMS: readonly RangeNorm[] = [
  {
    protocol: 'shoulder-abduction',
    movement: 'active',
    fromYears: 65,
    toYears: 74,
    sex: 'male',
    mean: 129,
    sd: 14,
    source: BASSEY,
  },
  {
    protocol: 'shoulder-abduction',
    movement: 'active',
    fromYears: 65,
    toYears: 74,
    sex: 'female',
    mean: 124,
    sd: 19,
    source: BASSEY,
  },
];

/** What is known of who was measured. */
export interface MeasuredPerson {
  ageYears: number;
  sex: 'male' | 'female';
}

/** What was found in people of this age and sex moving in this way; null where nobody looked, or where the person is not known. */
export function rangeNormFor(protocolId: string, person: MeasuredPerson | null): RangeNorm | null {
  const protocol = findProtocol(protocolId);
  if (!protocol || !person) return null;
  const movement = protocol.mode === 'AROM' ? 'active' : protocol.mode === 'PROM' ? 'passive' : null;
  const years = Math.floor(person.ageYears);
  return (
    RANGE_NORMS.find(
      (norm) =>
        norm.protocol === protocol.id &&
        norm.movement === movement &&
        norm.sex === person.sex &&
        years >= norm.fromYears &&
        years <= norm.toYears,
    ) ?? null
  );
}
