import {
  askToMove as askToMoveContract,
  canAnybody,
  canBeKnown,
  canBeStaff,
  canConduct,
  claimMove as claimMoveContract,
  decideMove as decideMoveContract,
  getMe,
  inviteToVisit,
  listMoves as listMovesContract,
  lookUpInvitation,
  redeemInvitation,
  setUpClinic,
  signIn as signInContract,
  signOut as signOutContract,
} from '@plumbline/shared/people';
import { onRoute } from '../registry/registry.ts';
import { me, setUp, signIn, signOut } from './accounts.ts';
import { askToMove, claimMove, decideMove, listMoves } from './device-moves.ts';
import { invite, lookUp, redeem } from './invitations.ts';

/** Sign-in, and the links that bring patients in. */
export const peopleRoutes = [
  onRoute({
    contract: setUpClinic,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.set-up',
    handler: ({ body: { token, ...wanted } }, exchange) => setUp(exchange, token, wanted),
  }),
  onRoute({
    contract: signInContract,
    about: 'anybody',
    rule: canAnybody,
    audits: 'people.sign-in',
    handler: ({ body }, exchange) => signIn(exchange, body),
  }),
  onRoute({
    contract: signOutContract,
    about: 'clinic',
    rule: canBeStaff,
    audits: 'people.sign-out',
    handler: async (_input, scope, exchange) => {
      await signOut(scope, exchange);
      return {};
    },
  }),
  onRoute({
    contract: getMe,
    about: 'clinic',
    rule: canBeKnown,
    audits: null,
    handler: (_input, scope, exchange) => me(scope, exchange),
  }),
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
