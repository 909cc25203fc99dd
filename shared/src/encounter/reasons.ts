/** How a value was had where no camera measured it. Each has its own trend. */
export const MANUAL_METHODS = ['goniometer', 'by-eye', 'tape', 'picture'] as const;
export type ManualMethod = (typeof MANUAL_METHODS)[number];

/** Why a recorded value was corrected. Codes only: what is told in words belongs to the note. */
export const AMENDMENT_REASONS = [
  'landmarks-wrong',
  'joint-hidden',
  'compensation',
  'not-as-asked',
  'checked-by-hand',
  'wrong-side',
  'wrong-patient',
  'taken-back',
] as const;
export type AmendmentReason = (typeof AMENDMENT_REASONS)[number];

/** What can be corrected in a trial, and the reasons that fit. */
export const AMENDMENT_REASONS_FOR = {
  value: ['landmarks-wrong', 'joint-hidden', 'compensation', 'not-as-asked', 'checked-by-hand'],
  side: ['wrong-side'],
  'wrong-patient': ['wrong-patient'],
  'as-recorded': ['taken-back'],
} as const satisfies Record<string, readonly AmendmentReason[]>;

/** Why a counted repetition does not count. */
export const STRIKE_REASONS = ['not-a-repetition', 'not-as-asked', 'with-help', 'counted-twice'] as const;
export type StrikeReason = (typeof STRIKE_REASONS)[number];

/** Why a repetition is counted that the camera did not. */
export const ADD_REASONS = ['missed-by-camera', 'out-of-view', 'counted-by-eye'] as const;
export type AddReason = (typeof ADD_REASONS)[number];

/** Why a value entered by hand is taken back. */
export const TAKE_BACK_REASONS = ['mistyped', 'wrong-side', 'wrong-patient'] as const;
export type TakeBackReason = (typeof TAKE_BACK_REASONS)[number];

export const PAIN_MARKS = ['P1', 'P2', 'arc-from', 'arc-to'] as const;
/** P1: onset of pain. P2: limit. A painful arc goes from one angle to another. */
export type PainMarkKind = (typeof PAIN_MARKS)[number];
