import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** Rows of the running product's own database: the record, not the screen. */
export async function rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  const dataDir = inject('dataDir');
  const [password, pidFile] = await Promise.all([
    readFile(join(dataDir, 'keys', 'postgres.password'), 'utf8'),
    readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'),
  ]);
  const port = Number(pidFile.split('\n')[3]);
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'plumbline',
    password: password.trim(),
    database: 'plumbline',
  });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}
