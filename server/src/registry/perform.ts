import type { RouteContract } from '@plumbline/shared/http';
import { type Actor, type Ground, groundFor } from '@plumbline/shared/people';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import { encounterScope } from '../encounter/index.ts';
import { assertFreshProof, patientScope } from '../people/index.ts';
import { KeptRefusal, notAllowed, notFound, ProblemError, signedOut } from '../problem.ts';
import { parsePart } from './answer.ts';
import { auditAsked } from './audit-trail.ts';
import type { Exchange, Input, Route } from './registry.ts';

interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

type Known = Exclude<Actor, { kind: 'anonymous' }>;
type Subject = { encounterId?: string; patientId?: string; accountId?: string };

/**
 * Parses, asks the rule, runs the handler in a transaction of the actor's clinic and writes the audit entry with it; a
 * refusal by the rule is audited, too. Throws ProblemErrors.
 */
export async function perform(route: Route, raw: RawInput, exchange: Exchange): Promise<unknown> {
  const { contract } = route;
  const { app, actor } = exchange;
  if (route.about !== 'anybody' && actor.kind === 'anonymous') throw signedOut();
  const input: Input<typeof contract> = {
    params: parsePart(contract.params, raw.params, 'params'),
    query: parsePart(contract.query, raw.query, 'query'),
    body: parsePart(contract.body, raw.body, 'body'),
  };
  if (route.about === 'anybody') {
    if (!route.rule()) throw notAllowed();
    return checked(app, route, await route.handler(input, exchange));
  }
  if (actor.kind === 'anonymous') throw signedOut();
  const later: (() => Promise<void>)[] = [];
  const noted: { subjectId?: string; why?: string } = {};
  const own: Exchange = {
    ...exchange,
    afterCommit: (work) => void later.push(work),
    note: (fact) => void Object.assign(noted, fact),
  };
  const { allowed, data, kept } = await app.db.withActor(actor, async (scope) => {
    const answer = await answerWithin(route, input, scope, own).catch(keepRefusal);
    await auditAsked(scope, {
      name: contract.name,
      audits: route.audits,
      allowed: answer.allowed && !answer.kept,
      subjectId: noted.subjectId ?? subjectOf(input),
      address: exchange.address,
      why: noted.why ?? answer.ground ?? null,
    });
    return answer;
  });
  if (kept) throw kept;
  if (!allowed) throw refusal(route, input);
  for (const work of later) await work();
  return checked(app, route, data);
}

interface Performed {
  allowed: boolean;
  data?: unknown;
  ground?: Ground | null;
  kept?: KeptRefusal;
}

function keepRefusal(error: unknown): Performed {
  if (error instanceof KeptRefusal) return { allowed: true, kept: error };
  throw error;
}

async function answerWithin(
  route: Exclude<Route, { about: 'anybody' }>,
  input: Input<RouteContract>,
  scope: Scope,
  exchange: Exchange,
): Promise<Performed> {
  const actor = scope.actor as Known;
  if (route.about === 'clinic') {
    if (!route.rule(actor)) return { allowed: false };
    if (route.needsFreshProof) await assertFreshProof(scope, exchange);
    return { allowed: true, data: await route.handler(input, scope, exchange) };
  }
  const subject = { ...(input.body as Subject), ...(input.params as Subject) };
  if (route.about === 'patient') {
    const patient = await patientScope(scope, subject.patientId ?? '');
    return patient && route.rule(actor, patient)
      ? { allowed: true, data: await route.handler(input, scope, patient, exchange), ground: groundFor(actor, patient) }
      : { allowed: false };
  }
  const encounter = await encounterScope(scope, subject.encounterId ?? '');
  if (!encounter || !route.rule(actor, encounter)) return { allowed: false };
  const data = await route.handler(input, scope, encounter, exchange);
  return { allowed: true, data, ground: groundFor(actor, encounter.patient, encounter) };
}

/** Whoever may not see a patient or an encounter is not told that there is one. */
function refusal(route: Route, input: Input<RouteContract>): ProblemError {
  if (route.about === 'clinic') return notAllowed();
  if (route.about === 'patient' && !('patientId' in (input.params as Subject)))
    return new ProblemError(400, 'unknown-patient', 'body.patientId');
  return notFound();
}

/** The encounter, the patient or the account it is about. */
function subjectOf({ params, body }: Input<RouteContract>): string | null {
  const { encounterId, patientId, accountId } = { ...(body as Subject), ...(params as Subject) };
  return encounterId ?? patientId ?? accountId ?? null;
}

/** Where we try things out, an answer that breaks its own contract is an error. */
function checked(app: AppContext, route: Route, data: unknown): unknown {
  return app.config.simulation ? route.contract.response.parse(data) : data;
}
