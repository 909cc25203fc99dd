// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../postgres/run.mjs';
import { createRandom } from '../../seed/random.mjs';
import { median, quantile } from '../statistics.mjs';

const PATIENTS = 10_000;
const AT_ONCE = 500;
const ROUNDS = 40;
/** A key pressed is answered before the next one: people type about six a second. */
const AIM_MS = 100;

const SYLLABLES = [
  'an',
  'ber',
  'co',
  'da',
  'el',
  'fi',
  'go',
  'hu',
  'is',
  'jo',
  'ka',
  'lo',
  'mi',
  'no',
  'pe',
  'ra',
  'su',
  'ti',
];

/** Search as one types over the sealed names of a clinic of 10,000, through the server's own code and database. @type {import('../parts.mjs').Part} */
export const part = {
  title: `finding one of ${PATIENTS.toLocaleString('en')} patients whose names are sealed`,
  async run({ say, onInterrupt }) {
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-search-'));
    const postgres = await startPostgres({ dataDir: folder });
    const stop = async () => {
      await postgres.destroy();
      await rm(folder, { recursive: true, force: true });
    };
    onInterrupt(stop);
    try {
      const { register } = await import('tsx/esm/api');
      register();
      return await measure(postgres, folder, say);
    } finally {
      await stop();
    }
  },
};

/** @param {Awaited<ReturnType<typeof startPostgres>>} postgres @param {string} dataDir @param {(line: string) => void} say */
async function measure(postgres, dataDir, say) {
  const { migrate } = await import('../../../server/src/database/migrate.ts');
  const { createLog } = await import('../../../server/src/log.ts');
  const { openServices } = await import('../../installation/services.mjs');
  const { createClinic, FIRST_ROLES, addPatient } = await import('../../../server/src/people/index.ts');
  const { searchPatients } = await import('../../../server/src/people/find-patients.ts');
  await postgres.createDatabase('search');
  await migrate(postgres.url('search'), createLog('silent'));
  const app = await openServices({ databaseUrl: postgres.url('search'), dataDir });
  try {
    const clinic = {
      clinicName: 'Bench',
      displayName: 'Tom Weber',
      email: 'tom@bench.example',
      password: 'not a real password',
    };
    const account = await app.db.withSystem((tx) => createClinic(tx, clinic, new Date()));
    const actor = { kind: /** @type {const} */ ('staff'), ...account, roles: FIRST_ROLES };
    const random = createRandom('search bench');
    const word = () => Array.from({ length: random.whole(2, 4) }, () => random.pick(SYLLABLES)).join('');
    /** @type {string[]} */
    const names = [];
    for (let i = 0; i < PATIENTS; i += AT_ONCE) {
      await app.db.withActor(actor, async (scope) => {
        for (let j = 0; j < AT_ONCE; j++) {
          const displayName = `${word()} ${word()}`;
          names.push(displayName);
          const birthDate = `${random.whole(1930, 2010)}-${random.whole(10, 12)}-${random.whole(10, 28)}`;
          await addPatient(scope, app, { displayName, details: { birthDate, phone: '020 7946 0123' } });
        }
      });
      say(`${i + AT_ONCE} patients`);
    }
    const search = (/** @type {string} */ text, /** @type {'care' | 'clinic'} */ where) =>
      app.db.withActor(actor, (scope) => searchPatients(scope, app, { text, where, offset: 0 }));
    const first = await timed(() => search('an', 'clinic'));
    const memoryMb = process.memoryUsage().heapUsed / 1e6;
    /** @type {number[]} */
    const keys = [];
    for (let i = 0; i < ROUNDS; i++) {
      const name = random.pick(names);
      for (let length = 1; length <= Math.min(8, name.length); length++)
        keys.push(await timed(() => search(name.slice(0, length), i % 2 ? 'clinic' : 'care')));
    }
    await app.db.withActor(actor, (scope) => addPatient(scope, app, { displayName: 'one more' }));
    const afterChange = await timed(() => search('one m', 'care'));
    const p95 = quantile(keys, 0.95);
    const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`;
    return {
      tables: [
        {
          headings: ['search', 'time'],
          rows: [
            ['first one, everything opened', ms(first)],
            [`each key, median of ${keys.length}`, ms(median(keys))],
            ['each key, 95 of 100 within', ms(p95)],
            ['the first after a change', ms(afterChange)],
          ],
        },
      ],
      notes: [
        `Aim: each key within ${AIM_MS} ms in 95 of 100: ${p95 <= AIM_MS ? 'met' : 'not met'}. In the server's process, database included, without HTTP.`,
      ],
      figures: {
        patients: PATIENTS,
        firstMs: first,
        keyMedianMs: median(keys),
        keyP95Ms: p95,
        afterChangeMs: afterChange,
        memoryMb,
      },
    };
  } finally {
    await app.db.close();
  }
}

/** Milliseconds that it took. @param {() => Promise<unknown>} work */
async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
