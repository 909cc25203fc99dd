import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chainHash, FIRST_HASH } from '@plumbline/server/audit/chain.ts';
import { keepAnchors, verifyAllAudits } from '@plumbline/server/audit/index.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeVisit, type Stand, startStand } from './stand.ts';

const SCRIPT = join(import.meta.dirname, '../../infra/audit/verify-audit.mjs');

let stand: Stand;
let clinicId: string;
let entries: number;
beforeEach(async () => {
  stand = await startStand();
  const { me, tom } = await makeVisit(stand);
  clinicId = me.clinicId;
  for (let i = 0; i < 4; i++) await tom.get('GET', '/api/patients');
  await anchor();
  await tom.get('GET', '/api/patients');
  const [row] = await stand.rows<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry');
  entries = row?.n ?? 0;
});
afterEach(() => stand?.close());

/** Notes the heads outside the database, as the server does every ten minutes. */
const anchor = () => keepAnchors(stand.server.apps, stand.folder).stop();

async function verdict() {
  const db = stand.server.apps[0]?.db as Parameters<typeof verifyAllAudits>[0];
  const { clinics } = await verifyAllAudits(db, stand.folder);
  return clinics.find((one) => one.clinicId === clinicId)?.verdict;
}

/** As the database's owner, who may do anything. */
async function tamper(...statements: string[]): Promise<void> {
  await stand.rows('ALTER TABLE audit_entry DISABLE TRIGGER USER');
  for (const statement of statements) await stand.rows(statement);
}

/** Writes every hash anew, so that the chain fits together again. */
async function rewriteHashes(): Promise<void> {
  const rows = await stand.rows<Parameters<typeof chainHash>[1]>('SELECT * FROM audit_entry ORDER BY seq');
  let hash: Buffer = FIRST_HASH;
  for (const row of rows) {
    hash = chainHash(hash, row);
    await stand.rows('UPDATE audit_entry SET hash = $1 WHERE seq = $2', [hash, row.seq]);
  }
  await stand.rows('UPDATE audit_head SET seq = $1, hash = $2', [rows.at(-1)?.seq ?? 0, hash]);
}

test('a log that nobody touched is whole, to its last entry', async () => {
  expect(await verdict()).toMatchObject({ whole: true, entries });
});

test('the server itself cannot change, delete or empty the log', async () => {
  for (const statement of [
    'UPDATE audit_entry SET address = NULL',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ]) {
    await expect(stand.rows(`SET ROLE plumbline_app; ${statement}`)).rejects.toThrow('permission denied');
    await expect(stand.rows(statement)).rejects.toThrow('append-only');
  }
});

describe('the owner of the database is found out who', () => {
  test.each([
    'actor_id = NULL',
    "action = 'nothing'",
    "at = at + interval '1 second'",
    "address = '10.0.0.1'",
    "why = 'opened'",
    "outcome = 'refused'",
    'subject_id = gen_random_uuid()',
  ])('sets %s', async (change) => {
    await tamper(`UPDATE audit_entry SET ${change} WHERE seq = 3`);
    expect(await verdict()).toEqual({ whole: false, seq: 3, why: 'changed' });
  });

  test('takes an entry out', async () => {
    await tamper('DELETE FROM audit_entry WHERE seq = 3');
    expect(await verdict()).toEqual({ whole: false, seq: 3, why: 'missing' });
  });

  test('takes an entry out and numbers the others anew', async () => {
    await tamper('DELETE FROM audit_entry WHERE seq = 3');
    for (let seq = 4; seq <= entries; seq++) await tamper(`UPDATE audit_entry SET seq = ${seq - 1} WHERE seq = ${seq}`);
    expect(await verdict()).toMatchObject({ whole: false, seq: 3 });
  });

  test('puts an entry in', async () => {
    await tamper(`INSERT INTO audit_entry SELECT clinic_id, ${entries + 1}, at, actor_kind, actor_id, action, subject_id, outcome, address, hash, why
      FROM audit_entry WHERE seq = 2`);
    expect(await verdict()).toMatchObject({ whole: false, seq: entries + 1 });
  });

  test('cuts the tail', async () => {
    await tamper(`DELETE FROM audit_entry WHERE seq > ${entries - 3}`);
    expect(await verdict()).toEqual({ whole: false, seq: entries - 2, why: 'tail-cut' });
  });

  test('cuts the tail and the head with it', async () => {
    await tamper(
      `DELETE FROM audit_entry WHERE seq > 3`,
      `UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit_entry WHERE seq = 3)`,
    );
    expect(await verdict()).toEqual({ whole: false, seq: 4, why: 'tail-cut' });
  });

  test('empties the log', async () => {
    await tamper('TRUNCATE audit_entry', 'DELETE FROM audit_head');
    expect(await verdict()).toEqual({ whole: false, seq: 1, why: 'tail-cut' });
  });

  test('changes an entry and makes every hash anew', async () => {
    await tamper("UPDATE audit_entry SET action = 'nothing' WHERE seq = 3");
    await rewriteHashes();
    expect(await verdict()).toEqual({ whole: false, seq: entries - 1, why: 'rewritten' });
  });
});

test('what was rewritten since the last anchor goes unseen: that is why there is one every ten minutes', async () => {
  await tamper(`UPDATE audit_entry SET action = 'nothing' WHERE seq = ${entries}`);
  await rewriteHashes();
  expect(await verdict()).toMatchObject({ whole: true });
});

function verifyByCommand(): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: stand.databaseUrl, DATA_DIR: stand.folder };
  return new Promise((resolve) =>
    execFile(process.execPath, [SCRIPT], { env }, (error, output, trouble) =>
      resolve({ code: error ? Number(error.code) : 0, output: output + trouble }),
    ),
  );
}

test('npm run audit:verify says so in words and by its exit code', async () => {
  expect(await verifyByCommand()).toEqual({
    code: 0,
    output: expect.stringMatching(new RegExp(`Hill Road: whole, ${entries} entries, 1 anchors fit`)),
  });
  await writeFile(join(stand.folder, 'audit-anchors.jsonl'), '{"at":"2026', { flag: 'a' });
  await tamper('DELETE FROM audit_entry WHERE seq = 3');
  const { code, output } = await verifyByCommand();
  expect(output).toContain('Hill Road: TAMPERED WITH. Entry 3: this entry is not there.');
  expect(output).toContain('1 lines of audit-anchors.jsonl cannot be read.');
  expect(code).toBe(1);
});
