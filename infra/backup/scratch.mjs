// @ts-check
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Runs `work` with an empty database of its own beside another one, which is dropped afterwards; null where this account
 * may not make one.
 * @template T @param {string} databaseUrl @param {(scratchUrl: string) => Promise<T>} work
 * @returns {Promise<T | null>}
 */
export async function withScratchDatabase(databaseUrl, work) {
  const name = `plumbline_scratch_${randomBytes(6).toString('hex')}`;
  const made = await onServer(databaseUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
    );
    if (!rows[0]?.may) return false;
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    return true;
  });
  if (!made) return null;
  try {
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    return await work(url.href);
  } finally {
    await onServer(databaseUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

/** @template T @param {string} connectionString @param {(client: pg.Client) => Promise<T>} work @returns {Promise<T>} */
export async function onServer(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
