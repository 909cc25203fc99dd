import type { SetFold } from '@plumbline/shared/measurement';
import type { DeviceDatabase } from '../encounter/index.ts';

/** Where a set's fold is put down every second, for after a reload. */
export interface Checkpoints {
  save(setId: string, fold: SetFold): Promise<void>;
  load(setId: string): Promise<SetFold | null>;
  remove(setId: string): Promise<void>;
}

/** In this browser's database. */
export function databaseCheckpoints(db: DeviceDatabase): Checkpoints {
  return {
    async save(setId, fold) {
      await db.put('checkpoints', fold, `set ${setId}`).catch(() => {});
    },
    async load(setId) {
      const saved = (await db.get('checkpoints', `set ${setId}`).catch(() => null)) as SetFold | null | undefined;
      return saved?.cycle && saved.ledger ? saved : null;
    },
    async remove(setId) {
      await db.delete('checkpoints', `set ${setId}`).catch(() => {});
    },
  };
}
