// @ts-check
import { troubleWithDatabase } from '../installation/database-trouble.mjs';
import { endLiving } from '../start/living.mjs';
import { installPackages } from '../start/prepare.mjs';
import { plainLine } from '../start/trouble.mjs';

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

const WHY = {
  changed: 'this entry is not as it was written',
  missing: 'this entry is not there',
  rewritten: 'from an entry before it on, the log is another one than was anchored',
  'tail-cut': 'this entry and what came after it was cut off',
};

/** Exit code 0: every log is whole. 1: one was tampered with. 2: it could not be looked at. */
async function main() {
  await installPackages(say);
  const { register } = await import('tsx/esm/api');
  register();
  const { openInstallation } = await import('../installation/installation.mjs');
  const { openDatabase } = await import('../../server/src/database/database.ts');
  const { createLog } = await import('../../server/src/log.ts');
  const { verifyAllAudits } = await import('../../server/src/audit/index.ts');
  const installation = await openInstallation(say);
  const db = openDatabase(installation.databaseUrl, createLog('silent'));
  try {
    const { clinics, unreadable } = await verifyAllAudits(db, installation.dataDir);
    if (clinics.length === 0) console.log('There is no clinic yet, and no log.');
    if (unreadable > 0) console.log(`${unreadable} lines of audit-anchors.jsonl cannot be read.`);
    for (const { clinicId, clinicName, anchors, verdict } of clinics) {
      const name = clinicName ?? `Clinic ${clinicId}`;
      if (verdict.whole) {
        const head = verdict.hash.toString('hex').slice(0, 16);
        console.log(`${name}: whole, ${verdict.entries} entries, ${anchors} anchors fit. Head ${head}…`);
        if (anchors === 0 && verdict.entries > 0) console.log('  No anchor yet: a log cut at its end would go unseen.');
      } else {
        process.exitCode = 1;
        console.log(`${name}: TAMPERED WITH. Entry ${verdict.seq}: ${WHY[verdict.why]}.`);
      }
    }
  } finally {
    await db.close();
    await installation.close();
  }
}

main().catch(async (error) => {
  await endLiving();
  say(`audit:verify: ${plainLine(troubleWithDatabase(error))}`);
  process.exit(2);
});
