import type { AppContext } from '../app-context.ts';
import { appendAudit } from '../audit/index.ts';
import { encounterScope } from '../encounter/index.ts';
import { notAllowed, notFound, signedOut } from '../problem.ts';
import { parsePart } from './answer.ts';
import type { Exchange, Input, Route } from './registry.ts';

interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Parses, asks the rule, runs the handler in a transaction of the actor's clinic and writes the audit entry with it. Throws ProblemErrors. */
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
  const own: Exchange = { ...exchange, afterCommit: (work) => void later.push(work) };
  const data = await app.db.withActor(actor, async (scope) => {
    if (route.about === 'clinic') {
      if (!route.rule(actor)) throw notAllowed();
      const result = await route.handler(input, scope, own);
      if (route.audits) await appendAudit(scope, { action: route.audits, subjectId: null, address: exchange.address });
      return result;
    }
    const { encounterId } = input.params as { encounterId: string };
    const encounter = await encounterScope(scope, encounterId);
    if (!encounter || !route.rule(actor, encounter)) throw notFound();
    const result = await route.handler(input, scope, encounter, own);
    if (route.audits)
      await appendAudit(scope, { action: route.audits, subjectId: encounterId, address: exchange.address });
    return result;
  });
  for (const work of later) await work();
  return checked(app, route, data);
}

/** Where we try things out, an answer that breaks its own contract is an error. */
function checked(app: AppContext, route: Route, data: unknown): unknown {
  return app.config.simulation ? route.contract.response.parse(data) : data;
}
