import type { SOCKET_EVENTS } from '@plumbline/shared/encounter';
import type { RouteContract } from '@plumbline/shared/http';
import type { Actor, EncounterScope, PatientScope } from '@plumbline/shared/people';
import type { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';
import type { CookieName } from '../people/index.ts';

/** What the transport gives a handler beside the parsed input. */
export interface Exchange {
  app: AppContext;
  /** Who asks, found by the credential. */
  actor: Actor;
  address: string;
  /** How the browser calls itself; empty where it does not. */
  agent: string;
  /** The secret in a cookie of ours, where a handler must look at it itself. */
  cookie(name: CookieName): string | undefined;
  setCookie(name: CookieName, value: string, maxAgeMs: number): void;
  clearCookie(name: CookieName): void;
  /** Completes the audit entry of this request: whom it is about, where the request does not say, and why. Codes and ids only. */
  note(fact: { subjectId?: string; why?: string }): void;
  /** Runs once the transaction is committed: waking others up, touching the video room. */
  afterCommit(work: () => Promise<void>): void;
}

/** The encounter a request is about, as rules and handlers see it. */
export interface AtEncounter extends EncounterScope {
  encounterId: string;
  patientId: string;
}

/** An answer that is a file instead of JSON. */
export class Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;

  constructor(fileName: string, contentType: string, bytes: Uint8Array) {
    this.fileName = fileName;
    this.contentType = contentType;
    this.bytes = bytes;
  }
}

/**
 * What stands in the audit log for it; null only where nothing of a person is read or changed. `onceWithinMs` for what a
 * page does many times a minute: the same by the same person about the same is told once in that time.
 */
export type Audits = string | null | { action: string; onceWithinMs: number };

type AnyContract = RouteContract;
export interface Input<C extends AnyContract> {
  params: z.infer<C['params']>;
  query: z.infer<C['query']>;
  body: z.infer<C['body']>;
}
type Output<C extends AnyContract> = Promise<z.infer<C['response']>>;

interface Common<C extends AnyContract> {
  contract: C;
  audits: Audits;
}

/** Anybody may call it; it looks up credentials itself. */
interface PublicRoute<C extends AnyContract> extends Common<C> {
  about: 'anybody';
  rule: () => boolean;
  handler: (input: Input<C>, exchange: Exchange) => Output<C>;
}

/** Within the actor's clinic. */
interface ClinicRoute<C extends AnyContract> extends Common<C> {
  about: 'clinic';
  /** It changes who may get in: refused where the session's last proof of identity is too old. */
  needsFreshProof?: true;
  rule: (actor: Actor) => boolean;
  handler: (input: Input<C>, scope: Scope, exchange: Exchange) => Output<C>;
}

/** About the patient of `params.patientId`, or of `body.patientId`: whoever may not hears that there is none. */
interface PatientRoute<C extends AnyContract> extends Common<C> {
  about: 'patient';
  rule: (actor: Actor, patient: PatientScope) => boolean;
  handler: (input: Input<C>, scope: Scope, patient: PatientScope, exchange: Exchange) => Output<C>;
}

/** About the encounter of `params.encounterId`: whoever may not hears that there is none. */
interface EncounterRoute<C extends AnyContract> extends Common<C> {
  about: 'encounter';
  rule: (actor: Actor, encounter: EncounterScope) => boolean;
  handler: (input: Input<C>, scope: Scope, encounter: AtEncounter, exchange: Exchange) => Output<C>;
}

export type Route<C extends AnyContract = AnyContract> =
  | PublicRoute<C>
  | ClinicRoute<C>
  | PatientRoute<C>
  | EncounterRoute<C>;

/** Registers a route: without a rule and a word for the audit log it does not compile. */
export function onRoute<C extends AnyContract>(route: Route<C>): Route {
  return route;
}

export type SocketEventName = keyof typeof SOCKET_EVENTS;
export type SocketMessage<N extends SocketEventName> = z.infer<(typeof SOCKET_EVENTS)[N]>;

/** What a socket gives a handler beside the parsed message. */
export interface SocketExchange {
  app: AppContext;
  socketId: string;
  /** Brings this socket into the wake-ups of an encounter. */
  join(encounterId: string): Promise<void>;
  afterCommit(work: () => Promise<void>): void;
}

type PublicSocketRoute<N extends SocketEventName> = {
  about: 'anybody';
  rule: () => boolean;
  handler: (message: SocketMessage<N>, exchange: SocketExchange) => Promise<unknown>;
};

/** About the encounter of `encounterId` in the message. */
type EncounterSocketRoute<N extends SocketEventName> = {
  about: 'encounter';
  audits: Audits;
  rule: (actor: Actor, encounter: EncounterScope) => boolean;
  handler: (
    message: SocketMessage<N>,
    scope: Scope,
    encounter: AtEncounter,
    exchange: SocketExchange,
  ) => Promise<unknown>;
};

export type SocketRoute<N extends SocketEventName> = PublicSocketRoute<N> | EncounterSocketRoute<N>;

/** One per event of the contract: an event without a rule does not compile. */
export type SocketRoutes = { [N in SocketEventName]: SocketRoute<N> };
