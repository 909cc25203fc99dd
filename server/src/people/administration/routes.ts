import {
  addSite as addSiteContract,
  canAdminister,
  canAnybody,
  changeClinic as changeClinicContract,
  changeColleague as changeColleagueContract,
  disableColleague as disableContract,
  enableColleague as enableContract,
  getClinic,
  inviteColleague as inviteContract,
  listStaff as listStaffContract,
  lookUpStaffLink as lookUpContract,
  redeemStaffLink as redeemContract,
  renameSite as renameSiteContract,
  renewStaffLink as renewLinkContract,
  resetSecondFactor as resetContract,
} from '@plumbline/shared/people';
import { onRoute } from '../../registry/registry.ts';
import { addSite, changeClinic, readClinic, renameSite } from './clinic-settings.ts';
import {
  changeColleague,
  disableColleague,
  enableColleague,
  inviteColleague,
  listStaff,
  renewStaffLink,
  resetSecondFactor,
} from './staff.ts';
import { lookUpStaffLink, redeemStaffLink } from './staff-links.ts';

/** The clinic and the people who work in it, for its administrators. */
export const administrationRoutes = [
  onRoute({
    contract: listStaffContract,
    about: 'clinic',
    rule: canAdminister,
    audits: 'people.list-staff',
    handler: async (_input, scope) => ({ staff: await listStaff(scope) }),
  }),
  onRoute({
    contract: inviteContract,
    about: 'clinic',
    rule: canAdminister,
    needsFreshProof: true,
    audits: 'people.invite-colleague',
    handler: ({ body }, scope, exchange) => inviteColleague(scope, exchange, body),
  }),
  onRoute({
    contract: renewLinkContract,
    about: 'clinic',
    rule: canAdminister,
    needsFreshProof: true,
    audits: 'people.renew-staff-link',
    handler: ({ params }, scope, exchange) => renewStaffLink(scope, exchange, params.accountId),
  }),
  onRoute({
    contract: changeColleagueContract,
    about: 'clinic',
    rule: canAdminister,
    needsFreshProof: true,
    audits: 'people.change-colleague',
    handler: async ({ params, body }, scope, exchange) => {
      await changeColleague(scope, exchange, params.accountId, body);
      return {};
    },
  }),
  onRoute({
    contract: disableContract,
    about: 'clinic',
    rule: canAdminister,
    needsFreshProof: true,
    audits: 'people.disable-colleague',
    handler: async ({ params, body }, scope, exchange) => {
      exchange.note({ why: body.why });
      await disableColleague(scope, exchange, params.accountId);
      return {};
    },
  }),
  onRoute({
    contract: enableContract,
    about: 'clinic',
    rule: canAdminister,
    needsFreshProof: true,
    audits: 'people.enable-colleague',
    handler: async ({ params }, scope) => {
      await enableColleague(scope, params.accountId);
      return {};
    },
  }),
  onRoute({
    contract: resetContract,
    about: 'clinic',
    rule: canAdminister,
    needsFreshProof: true,
    audits: 'people.reset-second-factor',
    handler: async ({ params, body }, scope, exchange) => {
      exchange.note({ why: body.why });
      await resetSecondFactor(scope, exchange, params.accountId);
      return {};
    },
  }),
  onRoute({
    contract: getClinic,
    about: 'clinic',
    rule: canAdminister,
    audits: null,
    handler: (_input, scope, exchange) => readClinic(scope, exchange),
  }),
  onRoute({
    contract: changeClinicContract,
    about: 'clinic',
    rule: canAdminister,
    needsFreshProof: true,
    audits: 'people.change-clinic',
    handler: async ({ body }, scope) => {
      await changeClinic(scope, body);
      return {};
    },
  }),
  onRoute({
    contract: addSiteContract,
    about: 'clinic',
    rule: canAdminister,
    audits: 'people.add-site',
    handler: ({ body }, scope, exchange) => addSite(scope, exchange, body.name),
  }),
  onRoute({
    contract: renameSiteContract,
    about: 'clinic',
    rule: canAdminister,
    audits: 'people.rename-site',
    handler: ({ params, body }, scope) => renameSite(scope, params.siteId, body.name),
  }),
  onRoute({
    contract: lookUpContract,
    about: 'anybody',
    rule: canAnybody,
    audits: null,
    handler: ({ body }, exchange) => lookUpStaffLink(exchange, body.token),
  }),
  onRoute({
    contract: redeemContract,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.redeem-staff-link',
    handler: ({ body }, exchange) => redeemStaffLink(exchange, body),
  }),
];
