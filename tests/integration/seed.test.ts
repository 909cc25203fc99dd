import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fill } from '@plumbline/infra/seed/fill.mjs';
import { verifyAudit } from '@plumbline/server/audit/index.ts';
import type { VisitListed } from '@plumbline/shared/appointments';
import {
  type DeviceEvent,
  EMPTY_STATE,
  type EncounterSnapshot,
  type EncounterState,
  parseDeviceEvent,
  type StoredEvent,
} from '@plumbline/shared/encounter';
import { play } from '@plumbline/shared/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller, makeVisit, type Stand, startStand, TOM } from './stand.ts';

const OPTIONS = { patients: 4, years: 0.4, seed: 3, therapist: null };
const TIME_ZONE = 'Europe/Berlin';
const NOW_MS = Date.now();
const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(NOW_MS);

function seed(stand: Stand, options: Partial<Omit<typeof OPTIONS, 'therapist'> & { therapist: string | null }> = {}) {
  const passwords: { email: string; password: string }[] = [];
  const place = { databaseUrl: stand.server.apps[0]?.config.databaseUrl ?? '', dataDir: stand.folder };
  const onPassword = (account: { email: string; password: string }) => void passwords.push(account);
  const filling = fill(place, { ...OPTIONS, ...options }, { nowMs: NOW_MS, timeZone: TIME_ZONE, onPassword });
  return filling.then((added) => ({ ...added, passwords }));
}

describe('an installation without a clinic', () => {
  let stand: Stand;
  let added: Awaited<ReturnType<typeof seed>>;
  const tom = () => new Caller(stand.baseUrl, 'staff');

  async function signedIn(): Promise<Caller> {
    const caller = tom();
    await caller.get('POST', '/api/sign-in', added.passwords[0]);
    return caller;
  }

  beforeAll(async () => {
    stand = await startStand();
    added = await seed(stand);
  });
  afterAll(() => stand?.close());

  test('gets one, with a therapist whose password is told once', async () => {
    expect(added.passwords).toEqual([
      { email: expect.stringContaining('@'), password: expect.stringMatching(/^.{20}$/) },
    ]);
    const { patients } = await (await signedIn()).get<{ patients: { displayName: string }[] }>('GET', '/api/patients');
    expect(patients).toHaveLength(OPTIONS.patients);
    expect(patients.filter(({ displayName }) => !displayName.endsWith('(synthetic)'))).toEqual([]);
  });

  test('is told what was added', async () => {
    const [count] = await stand.rows<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM patient) AS people, (SELECT count(*)::int FROM encounter) AS visits,
        (SELECT count(*)::int FROM event) AS events`,
    );
    const { people, visits, events } = added;
    expect({ people, visits, events }).toEqual(count);
    expect(visits).toBeGreaterThan(OPTIONS.patients * 3);
  });

  test('has visits today, some of them still to come', async () => {
    const path = `/api/visits?day=${TODAY}&timeZone=${encodeURIComponent(TIME_ZONE)}`;
    const { visits } = await (await signedIn()).get<{ visits: VisitListed[] }>('GET', path);
    expect(visits).toHaveLength(OPTIONS.patients);
    expect(visits.filter(({ status }) => status === 'planned').length).toBeGreaterThanOrEqual(2);
  });

  test('has in the tables of every visit what its log says', async () => {
    const caller = await signedIn();
    const encounters = await stand.rows<{ id: string; status: string }>('SELECT id, status FROM encounter');
    expect(encounters.filter(({ status }) => status === 'ended').length).toBeGreaterThan(OPTIONS.patients * 2);
    for (const { id } of encounters) {
      const log = await caller.get<{ events: StoredEvent[] }>('GET', `/api/encounters/${id}/events?since=0`);
      expect(log.events.filter(({ disposition }) => disposition !== 'applied')).toEqual([]);
      const { state } = await caller.get<EncounterSnapshot>('GET', `/api/encounters/${id}`);
      expect(play(log.events.map(toDeviceEvent), EMPTY_STATE)).toEqual(state);
      expect(await projectionOf(id)).toEqual(expectedProjection(state));
    }
  });

  async function projectionOf(encounterId: string) {
    const trials = await stand.rows(
      `SELECT trial.id, status, value_degrees, uncertainty_degrees, result, provenance, protocol, measurement.side
        FROM trial JOIN measurement ON measurement.id = measurement_id WHERE trial.encounter_id = $1 ORDER BY trial.id`,
      [encounterId],
    );
    const sets = await stand.rows(
      `SELECT id, exercise, side, status, dosage,
        (SELECT coalesce(json_agg(ledger ORDER BY index), '[]') FROM repetition WHERE set_id = id) AS repetitions
        FROM exercise_set WHERE encounter_id = $1 ORDER BY id`,
      [encounterId],
    );
    return { trials, sets };
  }

  test('has a log that was written when it happened, in an audit chain that is whole', async () => {
    const late = await stand.rows(
      `SELECT type FROM event WHERE received_at < to_timestamp((happened_at->>'serverMs')::bigint / 1000.0)
        OR received_at > to_timestamp((happened_at->>'serverMs')::bigint / 1000.0) + interval '1 hour'`,
    );
    expect(late).toEqual([]);
    const app = stand.server.apps[0];
    const [clinic] = await stand.rows<{ id: string }>('SELECT id FROM clinic');
    expect(await app?.db.withSystem((tx) => verifyAudit(tx, clinic?.id ?? ''))).toMatchObject({ whole: true });
    const actions = await stand.rows<{ action: string; address: string }>(
      `SELECT DISTINCT action, address FROM audit_entry WHERE action IN
        ('people.add-patient', 'appointments.plan-visit', 'people.invite', 'people.redeem-invitation') ORDER BY action`,
    );
    expect(actions).toHaveLength(4);
    expect(new Set(actions.map(({ address }) => address))).toEqual(new Set(['seed']));
  });

  test('says of every value that nobody was measured', async () => {
    const sources = await stand.rows(
      `SELECT DISTINCT provenance->>'source' AS source, provenance->>'algorithmVersion' AS algorithm
        FROM (SELECT provenance FROM trial UNION ALL SELECT provenance FROM repetition) AS value`,
    );
    expect(sources).toEqual([{ source: 'virtual-patient', algorithm: 'synthetic' }]);
  });

  test('refuses the same seed again and takes another', async () => {
    await expect(seed(stand)).rejects.toThrow(/^The clinic has the people of seed 3 already\. .* --seed 4\.$/);
    expect(await stand.rows('SELECT id FROM patient')).toHaveLength(OPTIONS.patients);
    const more = await seed(stand, { patients: 1, seed: 4 });
    expect(more).toMatchObject({ people: 1, passwords: [] });
    expect(await stand.rows('SELECT id FROM patient')).toHaveLength(OPTIONS.patients + 1);
  });
});

describe('a clinic that is there', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand();
    await makeVisit(stand);
  });
  afterAll(() => stand?.close());

  test('is filled by the command, for its own therapist', async () => {
    const command = join(import.meta.dirname, '..', '..', 'infra', 'seed', 'seed.mjs');
    const env = { ...process.env, DATA_DIR: stand.folder, DATABASE_URL: stand.server.apps[0]?.config.databaseUrl };
    const args = [command, '--patients', '1', '--years', '0.1'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect(stdout).toMatch(new RegExp(`^${TOM.displayName} has 1 more people with \\d+ visits \\(.*\\)\\.\n$`));
    expect(await stand.rows('SELECT id FROM clinic')).toHaveLength(1);
    expect(await stand.rows('SELECT id FROM patient')).toHaveLength(2);
  });

  test('without such a therapist is left alone', async () => {
    await expect(seed(stand, { therapist: 'nobody@clinic.test' })).rejects.toThrow(
      `No therapist here has the address nobody@clinic.test. There are: ${TOM.email}.`,
    );
  });
});

/** As the server read it: what an older device left out has its default. */
function toDeviceEvent(stored: StoredEvent): DeviceEvent {
  const parsed = parseDeviceEvent(stored);
  if (!parsed.ok) throw new Error(`${stored.type}: ${parsed.path}`);
  return parsed.event;
}

function expectedProjection({ trials, sets }: EncounterState) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    trials: trials
      .map(({ trialId, status, result, provenance, protocol, side }) => ({
        id: trialId,
        status,
        value_degrees: result?.valueDegrees ?? null,
        uncertainty_degrees: result?.uncertaintyDegrees ?? null,
        result,
        provenance,
        protocol,
        side,
      }))
      .sort(byId),
    sets: sets
      .map(({ setId, exercise, side, status, dosage, repetitions }) => ({
        id: setId,
        exercise,
        side,
        status,
        dosage,
        repetitions,
      }))
      .sort(byId),
  };
}
