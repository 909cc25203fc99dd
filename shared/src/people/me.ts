import { z } from 'zod';
import { staffRole } from './roles.ts';

const person = {
  accountId: z.uuid(),
  deviceId: z.uuid(),
  clinicId: z.uuid(),
  clinicName: z.string(),
  displayName: z.string(),
};

/** Who is signed in on a page. */
export const me = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), ...person, roles: z.array(staffRole).min(1) }),
  /** May do nothing but add a second factor. */
  z.strictObject({ kind: z.literal('enrolling'), ...person }),
  z.strictObject({ kind: z.literal('patient-device'), deviceId: z.uuid(), clinicName: z.string() }),
]);
export type Me = z.infer<typeof me>;

export const FACTORS = ['totp', 'recovery-code', 'passkey'] as const;
export const factor = z.enum(FACTORS);
/** How somebody can prove, beside the password, who they are. */
export type Factor = z.infer<typeof factor>;

/** The password is right, but more is asked for. Opens nothing. */
export const secondFactorAsked = z.strictObject({
  kind: z.literal('second-factor'),
  factors: z.array(factor).min(1),
});
