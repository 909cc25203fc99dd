import {
  askToMove as askToMoveContract,
  canAnybody,
  canConduct,
  claimMove as claimMoveContract,
  decideMove as decideMoveContract,
  inviteToVisit,
  listMessages as listMessagesContract,
  listMoves as listMovesContract,
  lookUpInvitation,
  lostLink as lostLinkContract,
  redeemInvitation,
  sendLink as sendLinkContract,
} from '@plumbline/shared/people';
import { onRoute } from '../registry/registry.ts';
import { administrationRoutes } from './administration/routes.ts';
import { askToMove, claimMove, decideMove, listMoves } from './device-moves.ts';
import { invite, lookUp, redeem } from './invitations.ts';
import { askForLostLink, listMessages, sendLink } from './link-messages.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { securityRoutes } from './sign-in/security-routes.ts';

/** Sign-in and administration, and the links that bring patients in. */
export const peopleRoutes = [
  ...signInRoutes,
  ...securityRoutes,
  ...administrationRoutes,
  onRoute({
    contract: lookUpInvitation,
    about: 'anybody',
    rule: canAnybody,
    audits: null,
    handler: ({ body }, exchange) => lookUp(body.token, exchange),
  }),
  onRoute({
    contract: redeemInvitation,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.redeem-invitation',
    handler: ({ body }, exchange) => redeem(body.token, exchange),
  }),
  onRoute({
    contract: askToMoveContract,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.ask-to-move',
    handler: ({ body }, exchange) => askToMove(body.token, exchange),
  }),
  onRoute({
    contract: claimMoveContract,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.moved-device',
    handler: ({ body }, exchange) => claimMove(body.secret, exchange),
  }),
  onRoute({
    contract: listMovesContract,
    about: 'encounter',
    rule: canConduct,
    // Asked every few seconds; holds no word of the patient.
    audits: null,
    handler: (_input, scope, { encounterId }, exchange) => listMoves(scope, encounterId, exchange),
  }),
  onRoute({
    contract: decideMoveContract,
    about: 'encounter',
    rule: canConduct,
    audits: 'people.decide-move',
    handler: async ({ params, body }, scope, encounter, exchange) => {
      await decideMove(scope, encounter, { moveId: params.moveId, accept: body.accept }, exchange);
      return {};
    },
  }),
  onRoute({
    contract: listMessagesContract,
    about: 'encounter',
    rule: canConduct,
    audits: null,
    handler: (_input, scope, encounter, { app }) => listMessages(scope, encounter, app),
  }),
  onRoute({
    contract: sendLinkContract,
    about: 'encounter',
    rule: canConduct,
    audits: 'people.send-link',
    handler: async ({ body }, scope, encounter, { app }) => {
      await sendLink(scope, encounter, body, app);
      return {};
    },
  }),
  onRoute({
    contract: lostLinkContract,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.lost-link',
    handler: async ({ body }, { app }) => {
      await askForLostLink(body.contact, app);
      return {};
    },
  }),
  onRoute({
    contract: inviteToVisit,
    about: 'encounter',
    rule: canConduct,
    audits: 'people.invite',
    handler: async (_input, scope, encounter, exchange) => {
      const { url, expiresAt } = await invite(scope, encounter, exchange);
      return { url, expiresAt };
    },
  }),
];
