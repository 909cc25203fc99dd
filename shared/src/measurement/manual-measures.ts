import { PROTOCOLS, type Protocol } from './protocols.ts';

export type ManualUnit = 'degrees' | 'cm' | 'level' | 'thirds';
export type EntryMethod = 'goniometer' | 'by-eye' | 'tape' | 'picture';

/** What may be entered by hand for one measure. */
export interface EntryRules {
  unit: ManualUnit;
  min: number;
  max: number;
  /** Values lie on `min` plus whole steps. */
  step: number;
  methods: readonly EntryMethod[];
  /** Whether it is of one side. */
  sided: boolean;
}

/** A measure that one camera cannot see; entered by eye or tape, with its own trend. Never edited in place: a change is a new version. */
export interface ManualMeasure extends EntryRules {
  id: string;
  version: number;
  region: Protocol['region'];
  /** What gets better: more of it, or less. */
  better: 'more' | 'less';
  /** For levels: the landmarks from the lowest to the highest, codes of texts. */
  levels: readonly string[];
  source: string;
}

const common = { version: 1, sided: true, better: 'more', levels: [] } as const;

/** Rotations, reach and levels of the hand: what a clinician sees or tapes on video and the camera does not measure. */
export const MANUAL_MEASURES: readonly ManualMeasure[] = [
  {
    ...common,
    id: 'shoulder-external-rotation',
    region: 'shoulder',
    unit: 'degrees',
    min: -60,
    max: 120,
    step: 1,
    methods: ['goniometer', 'by-eye', 'picture'],
    source: 'arm at the side, elbow at 90 degrees (practice)',
  },
  {
    ...common,
    id: 'hand-behind-back',
    region: 'shoulder',
    unit: 'level',
    min: 0,
    max: 5,
    step: 1,
    methods: ['by-eye'],
    levels: ['thigh', 'buttock', 'sacrum', 'L3', 'T12', 'T7'],
    source: 'levels of the Constant score (Constant and Murley 1987)',
  },
  {
    ...common,
    id: 'neck-rotation',
    region: 'neck',
    unit: 'thirds',
    min: 0,
    max: 3,
    step: 1,
    methods: ['by-eye'],
    source: 'thirds of the full turn (practice)',
  },
  {
    ...common,
    id: 'fingertip-to-floor',
    region: 'trunk',
    unit: 'cm',
    min: 0,
    max: 100,
    step: 0.5,
    methods: ['tape', 'by-eye'],
    sided: false,
    better: 'less',
    source: 'Perret 2001, Arch Phys Med Rehabil 82:1566',
  },
  {
    ...common,
    id: 'knee-to-wall',
    region: 'ankle',
    unit: 'cm',
    min: 0,
    max: 30,
    step: 0.5,
    methods: ['tape', 'by-eye'],
    source: 'weight-bearing lunge (Bennell 1998, Aust J Physiother 44:175)',
  },
];

/** Degrees of a protocol taken otherwise than by the camera. */
const OF_PROTOCOL: EntryRules = {
  unit: 'degrees',
  min: -90,
  max: 220,
  step: 1,
  methods: ['goniometer', 'by-eye', 'picture'],
  sided: true,
};

const bare = (id: string) => id.split('@')[0];

/** A measure taken by hand, by its id with or without `@version`; undefined for others. */
export function findManualMeasure(id: string): ManualMeasure | undefined {
  return MANUAL_MEASURES.find((one) => one.id === bare(id));
}

/** What may be entered for a measure taken by hand or for a protocol; undefined where there is no such thing. */
export function entryRulesFor(id: string): EntryRules | undefined {
  return findManualMeasure(id) ?? (PROTOCOLS.some((one) => one.id === bare(id)) ? OF_PROTOCOL : undefined);
}

/** Why an entry is none, as a code; null where it is one. */
export function entryProblem(
  rules: EntryRules,
  entry: { side: 'left' | 'right' | null; method: EntryMethod; value: number },
): 'wrong-side' | 'wrong-method' | 'out-of-range' | null {
  if (rules.sided !== (entry.side !== null)) return 'wrong-side';
  if (!rules.methods.includes(entry.method)) return 'wrong-method';
  const steps = (entry.value - rules.min) / rules.step;
  const isOnStep = Math.abs(steps - Math.round(steps)) < 1e-6;
  return entry.value >= rules.min && entry.value <= rules.max && isOnStep ? null : 'out-of-range';
}
