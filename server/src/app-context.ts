import type { PublicConfig } from '@plumbline/shared/config';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { RoomBroker } from './encounter/index.ts';
import type { FileStore } from './files/file-store.ts';
import type { Jobs } from './jobs/index.ts';
import type { Log } from './log.ts';
import type { Notifier } from './notifier/index.ts';

/** Wakes browsers up after a commit; they fetch what changed. */
export interface Waker {
  changed(encounterId: string, serverSeq: number): void;
  presence(encounterId: string): void;
  mediaMoved(encounterId: string): void;
  /** Cuts the sockets of sessions that are over, or go by another secret now; whoever may come back does. */
  sessionsEnded(tokenHashes: readonly Buffer[]): void;
}

/** What every handler of one mounted app may use. */
export interface AppContext {
  /** `/` or `/demo/`. */
  basePath: string;
  demo: boolean;
  config: Config;
  pose: PublicConfig['pose'];
  db: Database;
  files: FileStore;
  broker: RoomBroker;
  waker: Waker;
  jobs: Jobs;
  notifier: Notifier;
  masterKey: Buffer;
  clock: Clock;
  log: Log;
}
