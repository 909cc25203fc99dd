// @ts-check

/** @typedef {import('pg').Client} Client */

/** Made by the migrations themselves. */
const NOT_OURS = ['schema_migration'];
/** The queue's tables come and go; of what waits in it, this is taken along. */
const QUEUE = 'pgboss.job';
const WAITING = "state IN ('created', 'retry')";

/**
 * A table as a backup holds it: `from` is what is copied out, `into` where it goes back.
 * @typedef {{ name: string, from: string, into: string }} Table
 */

/** Every table with data, each after the ones it points to. @param {Client} client @returns {Promise<Table[]>} */
export async function tablesInOrder(client) {
  const { rows: tables } = await client.query(
    `SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`,
  );
  const { rows: arrows } = await client.query(
    `SELECT DISTINCT source.relname AS source, target.relname AS target FROM pg_constraint
     JOIN pg_class AS source ON source.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
     WHERE contype = 'f' AND conrelid <> confrelid`,
  );
  /** @type {string[]} */
  const names = tables.map(({ name }) => name).filter((name) => !NOT_OURS.includes(name));
  const ordered = orderByArrows(names, arrows);
  const listed = [];
  for (const name of ordered) listed.push(await tableOf(client, 'public', name, null));
  if (await hasQueue(client)) listed.push(await tableOf(client, 'pgboss', 'job', WAITING));
  return listed;
}

/**
 * The names, each after those it points to. Throws where they point in a circle.
 * @param {readonly string[]} names @param {readonly { source: string, target: string }[]} arrows
 * @returns {string[]}
 */
export function orderByArrows(names, arrows) {
  /** @type {string[]} */
  const ordered = [];
  const left = new Set(names);
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => !arrows.some(({ source, target }) => source === name && target !== name && left.has(target)),
    );
    if (free.length === 0) throw new Error(`tables point at each other in a circle: ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}

/** @param {Client} client */
async function hasQueue(client) {
  const { rows } = await client.query('SELECT to_regclass($1) AS found', [QUEUE]);
  return rows[0]?.found !== null;
}

/** Columns are named, so that a table of a later version takes what an earlier one gave. @param {Client} client @param {string} schema @param {string} name @param {string | null} where @returns {Promise<Table>} */
async function tableOf(client, schema, name, where) {
  const { rows } = await client.query(
    `SELECT quote_ident(column_name) AS column FROM information_schema.columns
     WHERE table_schema = $1 AND table_name = $2 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [schema, name],
  );
  const columns = rows.map(({ column }) => column).join(', ');
  const qualified = `${schema}.${client.escapeIdentifier(name)}`;
  const filter = where ? ` WHERE ${where}` : '';
  return {
    name: schema === 'public' ? name : `${schema}.${name}`,
    from: `(SELECT ${columns} FROM ${qualified}${filter})`,
    into: `${qualified} (${columns})`,
  };
}
