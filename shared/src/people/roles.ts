import { z } from 'zod';

export const STAFF_ROLES = ['administrator', 'therapist', 'assistant'] as const;
export const staffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof staffRole>;

/** Who asks. Comes from the credential, never from a body. */
export type Actor =
  /** One person may have several roles: whoever runs a practice alone administers it and treats. */
  | { kind: 'staff'; clinicId: string; accountId: string; roles: readonly StaffRole[] }
  /** Staff who proved a password only where the clinic asks for more: they add a second factor first, and do nothing else. */
  | { kind: 'enrolling'; clinicId: string; accountId: string }
  /** A patient's device, bound to encounters by a spent invitation. */
  | { kind: 'patient-device'; clinicId: string; deviceId: string; patientId: string }
  /** The clinic's own software: webhooks, jobs, migrations. */
  | { kind: 'system'; clinicId: string }
  | { kind: 'anonymous' };
