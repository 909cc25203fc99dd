import {
  answerReferral as answerContract,
  canCareFor,
  canListDuplicates,
  canMerge,
  canReadChart,
  canTakeOnPatients,
  listDuplicates as duplicatesContract,
  listReferrals as listContract,
  listReferralsOf as listOfContract,
  makeReferral as makeContract,
  mergePatients as mergeContract,
  previewMerge as previewContract,
  listRecipients as recipientsContract,
  undoMerge as undoContract,
  withdrawReferral as withdrawContract,
} from '@plumbline/shared/people';
import { onRoute } from '../registry/registry.ts';
import { listDuplicates } from './find-patients.ts';
import { mergePatients, previewMerge, undoMerge } from './merges.ts';
import {
  answerReferral,
  listRecipients,
  listReferrals,
  listReferralsOf,
  makeReferral,
  withdrawReferral,
} from './referrals.ts';

/** Care passed on from one therapist to another, and two records of one person made one. */
export const passingRoutes = [
  onRoute({
    contract: recipientsContract,
    about: 'clinic',
    rule: canTakeOnPatients,
    // Names of staff and clinics, nothing of a patient.
    audits: null,
    handler: (_input, scope, { app }) => listRecipients(scope, app),
  }),
  onRoute({
    contract: makeContract,
    about: 'patient',
    rule: canCareFor,
    audits: 'people.make-referral',
    handler: ({ body }, scope, { patientId }, { app, note }) => {
      note({ why: body.kind });
      return makeReferral(scope, app, patientId, body);
    },
  }),
  onRoute({
    contract: listContract,
    about: 'clinic',
    rule: canTakeOnPatients,
    audits: 'people.list-referrals',
    handler: async (_input, scope, { app }) => ({ referrals: await listReferrals(scope, app) }),
  }),
  onRoute({
    contract: listOfContract,
    about: 'patient',
    rule: canReadChart,
    audits: 'people.list-referrals-of',
    handler: async (_input, scope, { patientId }, { app }) => ({
      referrals: await listReferralsOf(scope, app, patientId),
    }),
  }),
  onRoute({
    contract: answerContract,
    about: 'clinic',
    // To whom it goes stands in the referral: the handler asks canAnswerReferral.
    rule: canTakeOnPatients,
    audits: 'people.answer-referral',
    handler: async ({ params, body }, scope, { app, note }) => {
      const answered = await answerReferral(scope, app, params.referralId, body);
      note({ ...(answered.patientId ? { subjectId: answered.patientId } : {}), why: body.answer });
      return answered;
    },
  }),
  onRoute({
    contract: withdrawContract,
    about: 'clinic',
    // Whose it is stands in the referral: the handler asks canWithdrawReferral.
    rule: canTakeOnPatients,
    audits: 'people.withdraw-referral',
    handler: ({ params }, scope, { app }) => withdrawReferral(scope, app, params.referralId),
  }),
  onRoute({
    contract: duplicatesContract,
    about: 'clinic',
    rule: canListDuplicates,
    audits: 'people.list-duplicates',
    handler: async (_input, scope, { app }) => ({ pairs: await listDuplicates(scope, app) }),
  }),
  onRoute({
    contract: previewContract,
    about: 'patient',
    rule: canMerge,
    audits: 'people.preview-merge',
    handler: ({ params, body }, scope, _patient, { app }) => previewMerge(scope, app, params.patientId, body.otherId),
  }),
  onRoute({
    contract: mergeContract,
    about: 'patient',
    rule: canMerge,
    audits: 'people.merge-patients',
    handler: ({ params, body }, scope, _patient, { app }) => mergePatients(scope, app, params.patientId, body),
  }),
  onRoute({
    contract: undoContract,
    about: 'patient',
    rule: canMerge,
    audits: 'people.undo-merge',
    handler: ({ params, body }, scope, _patient, { app }) => undoMerge(scope, app, params.patientId, body.mergeId),
  }),
];
