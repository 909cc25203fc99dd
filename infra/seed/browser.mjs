// @ts-check
import { appointmentRoutes } from '../../server/src/appointments/index.ts';
import { encounterRoutes } from '../../server/src/encounter/index.ts';
import { identify, patientRoutes, peopleRoutes } from '../../server/src/people/index.ts';
import { perform } from '../../server/src/registry/perform.ts';

/**
 * @typedef {import('../../server/src/app-context.ts').AppContext} AppContext
 * @typedef {import('../../server/src/people/index.ts').CookieName} CookieName
 * @typedef {import('../../server/src/registry/registry.ts').Exchange} Exchange
 * @typedef {import('../../shared/src/http/route.ts').RouteContract} RouteContract
 */

/** Stands in the audit log where requests have their address. */
const ADDRESS = 'seed';

const routes = new Map(
  [...peopleRoutes, ...patientRoutes, ...appointmentRoutes, ...encounterRoutes].map((route) => [
    route.contract.name,
    route,
  ]),
);

/**
 * A browser as the routes see one: cookies, and the credential they are. Contracts, rules, transactions and audit are
 * the server's; only HTTP is left out. Each request comes at a moment of its own, which is the server's time in it.
 */
export class Browser {
  /** @type {Map<CookieName, string>} */
  #cookies = new Map();
  /** @type {AppContext} */
  #app;
  /** @type {'staff' | 'patient'} */
  #as;
  /** Who its cookies say it is, until they change. @type {Exchange['actor'] | null} */
  #actor = null;

  /** @param {AppContext} app @param {'staff' | 'patient'} as */
  constructor(app, as) {
    this.#app = app;
    this.#as = as;
  }

  /**
   * @template {RouteContract} C
   * @param {C} contract
   * @param {{ params?: unknown, query?: unknown, body?: unknown }} input
   * @param {number} [atMs]
   * @returns {Promise<C['response']['_zod']['output']>}
   */
  async call(contract, { params, query, body }, atMs = Date.now()) {
    const route = routes.get(contract.name);
    if (!route) throw new Error(`There is no route ${contract.name}.`);
    const exchange = await this.exchange(atMs);
    return /** @type {Promise<C['response']['_zod']['output']>} */ (perform(route, { params, query, body }, exchange));
  }

  /** What a request of this browser brings along. @param {number} [atMs] @returns {Promise<Exchange>} */
  async exchange(atMs = Date.now()) {
    const app = { ...this.#app, clock: { nowMs: () => atMs } };
    const credentials = { as: this.#as, staff: this.#cookies.get('staff'), device: this.#cookies.get('device') };
    this.#actor ??= await identify(app, credentials);
    return {
      app,
      actor: this.#actor,
      address: ADDRESS,
      agent: '',
      cookie: (name) => this.#cookies.get(name),
      setCookie: (name, value) => {
        this.#cookies.set(name, value);
        this.#actor = null;
      },
      clearCookie: (name) => {
        this.#cookies.delete(name);
        this.#actor = null;
      },
      afterCommit: () => {},
      note: () => {},
    };
  }
}
