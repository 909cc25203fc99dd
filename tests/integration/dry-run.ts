import type { Database } from '@plumbline/server/database/database.ts';
import type { Stand } from './stand.ts';

class RolledBack extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('rolled back');
    this.answer = answer;
  }
}

/** From now on every transaction of the server answers as ever and is then rolled back, so that one try does not change the world of the next. Returns how to end that. */
export function rollBackEverything(stand: Stand): () => void {
  const db = stand.server.apps[0]?.db as Database;
  const { withActor, withSystem } = db;
  db.withActor = (actor, work) => undone((throwing) => withActor(actor, (scope) => throwing(work(scope))));
  db.withSystem = (work) => undone((throwing) => withSystem((tx) => throwing(work(tx))));
  return () => void Object.assign(db, { withActor, withSystem });
}

async function undone<T>(run: (throwing: (working: Promise<T>) => Promise<T>) => Promise<T>): Promise<T> {
  try {
    return await run(async (working) => {
      throw new RolledBack(await working);
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as T;
    throw error;
  }
}
