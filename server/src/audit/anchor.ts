import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import type { Anchor } from './verify.ts';

const EVERY_MS = 600_000;
const FILE = 'audit-anchors.jsonl';

const anchorLine = z.object({
  at: z.string(),
  clinicId: z.uuid(),
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Writes each chain's head to a file outside the database, every ten minutes in which it grew and at the end: a cut tail or a rewritten chain is then seen. */
export function keepAnchors(apps: readonly AppContext[], dataDir: string): { stop(): Promise<void> } {
  const written = new Map<string, string>();
  const write = async () => {
    for (const { db, demo } of apps) {
      if (demo) continue;
      const heads = await db.withSystem((tx) => tx.selectFrom('audit_head').selectAll().execute());
      for (const { clinic_id: clinicId, seq, hash } of heads) {
        const hex = hash.toString('hex');
        if (written.get(clinicId) === hex) continue;
        const line = JSON.stringify({ at: new Date().toISOString(), clinicId, seq: Number(seq), hash: hex });
        await appendFile(join(dataDir, FILE), `${line}\n`, { mode: 0o600 });
        written.set(clinicId, hex);
      }
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

/** The anchors by clinic, and how many lines could not be read (one that a power cut left half written). */
export async function readAnchors(dataDir: string): Promise<{ anchors: Map<string, Anchor[]>; unreadable: number }> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const anchors = new Map<string, Anchor[]>();
  let unreadable = 0;
  for (const line of text.split('\n').filter(Boolean)) {
    const parsed = parseLine(line);
    if (!parsed) unreadable += 1;
    else anchors.set(parsed.clinicId, [...(anchors.get(parsed.clinicId) ?? []), parsed.anchor]);
  }
  return { anchors, unreadable };
}

function parseLine(line: string): { clinicId: string; anchor: Anchor } | null {
  try {
    const { clinicId, seq, hash } = anchorLine.parse(JSON.parse(line));
    return { clinicId, anchor: { seq, hash: Buffer.from(hash, 'hex') } };
  } catch {
    return null;
  }
}
