import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppContext } from '../app-context.ts';

const EVERY_MS = 3_600_000;

/** Writes each chain's head to a file outside the database, every hour and at the end: a cut tail is then seen. */
export function keepAnchors(apps: readonly AppContext[], dataDir: string): { stop(): Promise<void> } {
  const write = async () => {
    for (const { db, demo } of apps) {
      if (demo) continue;
      const heads = await db.withSystem((tx) => tx.selectFrom('audit_head').selectAll().execute());
      const lines = heads.map(({ clinic_id, seq, hash }) =>
        JSON.stringify({
          at: new Date().toISOString(),
          clinicId: clinic_id,
          seq: Number(seq),
          hash: hash.toString('hex'),
        }),
      );
      if (lines.length > 0)
        await appendFile(join(dataDir, 'audit-anchors.jsonl'), `${lines.join('\n')}\n`, { mode: 0o600 });
    }
  };
  const quietly = () =>
    write().catch((error: unknown) => apps[0]?.log.warn({ err: error }, 'the audit head was not anchored'));
  const timer = setInterval(() => void quietly(), EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await quietly();
    },
  };
}
