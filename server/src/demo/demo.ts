import { getConfig, resetDemo, signInToDemo } from '@plumbline/shared/config';
import { canAnybody } from '@plumbline/shared/people';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { AppContext } from '../app-context.ts';
import { planVisit } from '../appointments/index.ts';
import { createToken } from '../crypto/token.ts';
import { encounterScope } from '../encounter/index.ts';
import { addPatient, createClinic, FIRST_ROLES, hasClinic, invite, startSession } from '../people/index.ts';
import { notFound } from '../problem.ts';
import { type Exchange, onRoute } from '../registry/registry.ts';

const CLINIC = { clinicName: 'Hill Road Physiotherapy', displayName: 'Tom Weber', email: 'tom@hill-road.example' };

/** What a page must know first; in the demo also signing in without a password and starting over. */
export function configRoutes(app: AppContext) {
  const config = onRoute({
    contract: getConfig,
    about: 'anybody',
    rule: canAnybody,
    audits: null,
    handler: async (_input, { app: { config, demo, db, pose, notifier } }) => ({
      simulation: config.simulation,
      demo,
      channels: demo ? [] : [...notifier.channels],
      needsSetUp: !demo && !(await db.withSystem(hasClinic)),
      pose,
    }),
  });
  if (!app.demo) return [config];
  return [
    config,
    onRoute({
      contract: signInToDemo,
      about: 'anybody',
      rule: canAnybody,
      audits: 'demo.sign-in',
      handler: (_i, exchange) => signIn(exchange),
    }),
    onRoute({
      contract: resetDemo,
      about: 'anybody',
      rule: canAnybody,
      audits: null,
      handler: async (_input, exchange) => {
        await reset(exchange.app);
        return {};
      },
    }),
  ];
}

/** Signs this browser in as Tom, with a fresh visit of Ana's and its link. */
async function signIn(exchange: Exchange): Promise<{ encounterId: string; invitationToken: string }> {
  const { app } = exchange;
  const account = await findOrMakeTom(app);
  await startSession(exchange, account, { hasSecondFactor: false, action: 'demo.sign-in' });
  exchange.clearCookie('device');
  return app.db.withActor({ kind: 'staff', ...account }, async (scope) => {
    const patients = await scope.tx.selectFrom('patient').select('id').limit(1).execute();
    const patientId = patients[0]?.id ?? (await addPatient(scope, app, { displayName: 'Ana Ruiz' })).patientId;
    const visit = await planVisit(scope, app, {
      id: uuid(),
      patientId,
      startsAt: new Date(app.clock.nowMs()).toISOString(),
      durationMinutes: 40,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    const encounter = await encounterScope(scope, visit.encounterId);
    if (!encounter) throw notFound();
    const { token } = await invite(scope, encounter, exchange);
    return { encounterId: visit.encounterId, invitationToken: token };
  });
}

async function findOrMakeTom({ db, clock }: AppContext) {
  return db.withSystem(async (tx) => {
    const known = await tx
      .selectFrom('account')
      .select(['clinic_id as clinicId', 'id as accountId', 'roles'])
      .where('email', '=', CLINIC.email)
      .executeTakeFirst();
    if (known) return known;
    // Nobody knows this password: the demo's own route is the only way in.
    const made = await createClinic(tx, { ...CLINIC, password: createToken().token }, new Date(clock.nowMs()));
    return { ...made, roles: FIRST_ROLES };
  });
}

/** Empties the demo's visits. Its database is its own; the audit log stays, as everywhere. */
async function reset({ db }: AppContext): Promise<void> {
  await db.withSystem(async (tx) => {
    // The log of events is append-only for the app; only the demo may be wiped, by the database's owner.
    await sql`RESET ROLE`.execute(tx);
    await sql`TRUNCATE repetition, exercise_set, trial, measurement, segment, admission, event, invitation,
      encounter_device, encounter, appointment CASCADE`.execute(tx);
  });
}
