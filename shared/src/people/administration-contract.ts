import { z } from 'zod';
import { route } from '../http/route.ts';
import { displayName, email } from './fields.ts';
import { staffRole } from './roles.ts';

const nothing = z.strictObject({});
const time = z.iso.datetime();
const roles = z
  .array(staffRole)
  .min(1)
  .max(3)
  .transform((wanted) => [...new Set(wanted)]);
const accountId = z.strictObject({ accountId: z.uuid() });
const oneTimeLink = z.strictObject({ accountId: z.uuid(), url: z.url(), expiresAt: time });

export const colleague = z.strictObject({
  accountId: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  roles: z.array(staffRole),
  /** `invited` until the link was used. */
  state: z.enum(['invited', 'active', 'disabled']),
  hasSecondFactor: z.boolean(),
  lastSeenAt: time.nullable(),
});
export type Colleague = z.infer<typeof colleague>;

/** Why somebody's access was taken or reset; a code, because it stands in the audit log. */
export const DISABLE_REASONS = ['left', 'pause', 'misuse'] as const;
export const RESET_REASONS = ['lost-device', 'new-device', 'misuse'] as const;

export const listStaff = route({
  name: 'people.list-staff',
  method: 'GET',
  path: '/api/staff',
  response: z.strictObject({ staff: z.array(colleague) }),
});

/** Adds a colleague, who chooses a password by the link. */
export const inviteColleague = route({
  name: 'people.invite-colleague',
  method: 'POST',
  path: '/api/staff',
  body: z.strictObject({ displayName, email, roles }),
  response: oneTimeLink,
});

/** A fresh link for somebody who has none any more, or forgot the password; earlier ones stop working. */
export const renewStaffLink = route({
  name: 'people.renew-staff-link',
  method: 'POST',
  path: '/api/staff/:accountId/link',
  params: accountId,
  body: nothing,
  response: oneTimeLink,
});

export const changeColleague = route({
  name: 'people.change-colleague',
  method: 'PUT',
  path: '/api/staff/:accountId',
  params: accountId,
  body: z.strictObject({ displayName, roles }),
  response: nothing,
});

/** Ends every session at once. */
export const disableColleague = route({
  name: 'people.disable-colleague',
  method: 'POST',
  path: '/api/staff/:accountId/disable',
  params: accountId,
  body: z.strictObject({ why: z.enum(DISABLE_REASONS) }),
  response: nothing,
});

export const enableColleague = route({
  name: 'people.enable-colleague',
  method: 'POST',
  path: '/api/staff/:accountId/enable',
  params: accountId,
  body: nothing,
  response: nothing,
});

/** Takes authenticator app, passkeys and recovery codes away, and ends every session. */
export const resetSecondFactor = route({
  name: 'people.reset-second-factor',
  method: 'POST',
  path: '/api/staff/:accountId/reset-second-factor',
  params: accountId,
  body: z.strictObject({ why: z.enum(RESET_REASONS) }),
  response: nothing,
});

export const site = z.strictObject({ siteId: z.uuid(), name: z.string() });

export const getClinic = route({
  name: 'people.clinic',
  method: 'GET',
  path: '/api/clinic',
  response: z.strictObject({ name: z.string(), isSecondFactorRequired: z.boolean(), sites: z.array(site) }),
});

export const changeClinic = route({
  name: 'people.change-clinic',
  method: 'PUT',
  path: '/api/clinic',
  body: z.strictObject({ name: displayName, isSecondFactorRequired: z.boolean() }),
  response: nothing,
});

export const addSite = route({
  name: 'people.add-site',
  method: 'POST',
  path: '/api/sites',
  body: z.strictObject({ name: displayName }),
  response: site,
});

export const renameSite = route({
  name: 'people.rename-site',
  method: 'PUT',
  path: '/api/sites/:siteId',
  params: z.strictObject({ siteId: z.uuid() }),
  body: z.strictObject({ name: displayName }),
  response: site,
});
