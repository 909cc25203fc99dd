import { describe, expect, test } from 'vitest';
import { CURRENT_VERSION, type DeviceEvent, parseDeviceEvent } from '../../shared/src/encounter/index.ts';
import { play } from '../../shared/src/encounter/make-event.ts';
import { dayAt } from './local-time.mjs';
import { MARK } from './names.mjs';
import { firstEncounterId, type PlannedPerson, type PlannedVisit, planClinic } from './plan.mjs';

const NOW_MS = Date.parse('2026-11-24T13:10:00Z');
const DAY_MS = 86_400_000;
const TIME_ZONE = 'Europe/Berlin';

type ClinicPlan = Parameters<typeof planClinic>[0];

function makePlan(plan: Partial<ClinicPlan> = {}): PlannedPerson[] {
  const usual = { patients: 30, years: 2, seed: 1, idSpace: 'clinic', nowMs: NOW_MS, timeZone: TIME_ZONE };
  return planClinic({ ...usual, ...plan });
}

const people = makePlan();
const visits = people.flatMap((person) => person.visits);
const attended = visits.filter(({ kind }) => kind === 'attended');
const isToday = ({ startsAtMs }: PlannedVisit) => dayAt(startsAtMs, TIME_ZONE) === dayAt(NOW_MS, TIME_ZONE);

/** The planned events as a device would send them, bodies parsed. */
function toDeviceEvents({ encounterId, events }: PlannedVisit): DeviceEvent[] {
  const deviceId = '00000000-0000-4000-8000-000000000001';
  return events.map(({ id, type, body, atMs }, i) => {
    const happenedAt = { bootId: deviceId, monotonicMs: i, serverMs: atMs, uncertaintyMs: 5 };
    const envelope = { id, encounterId, deviceId, deviceSeq: i + 1, type, version: CURRENT_VERSION, happenedAt, body };
    const parsed = parseDeviceEvent(envelope);
    if (!parsed.ok) throw new Error(`${type}: ${parsed.path}`);
    return parsed.event;
  });
}

describe('the same seed', () => {
  test('plans the same people and visits', () => {
    expect(makePlan()).toEqual(people);
  });

  test('plans them in another clinic under other ids', () => {
    const withoutIds = (all: PlannedPerson[]) =>
      all.map(({ displayName, visits }) => [displayName, visits.map(({ startsAtMs, kind }) => [startsAtMs, kind])]);
    const elsewhere = makePlan({ idSpace: 'another clinic' });
    expect(withoutIds(elsewhere)).toEqual(withoutIds(people));
    const ids = new Set(visits.map(({ encounterId }) => encounterId));
    expect(elsewhere.flatMap((one) => one.visits).filter(({ encounterId }) => ids.has(encounterId))).toEqual([]);
  });

  test('is known by the first visit, however many people and years were asked for', () => {
    const [person] = makePlan({ patients: 3, years: 0.5 });
    expect(person?.visits[0]?.encounterId).toBe(firstEncounterId({ seed: 1, idSpace: 'clinic' }));
  });

  test('is not another one', () => {
    const others = new Set(makePlan({ seed: 2 }).map(({ displayName }) => displayName));
    expect(people.every(({ displayName }) => others.has(displayName))).toBe(false);
  });
});

describe('people', () => {
  test.each([1, 30, 500])('%i of them are told apart by name, and every name says what they are', (patients) => {
    const names = makePlan({ patients, years: 0.1 }).map(({ displayName }) => displayName);
    expect(new Set(names).size).toBe(patients);
    expect(names.filter((name) => !name.endsWith(MARK))).toEqual([]);
  });

  test('come for the first time all over the years, and several times', () => {
    const firsts = people.map(({ visits }) => (NOW_MS - (visits[0]?.startsAtMs ?? 0)) / DAY_MS);
    expect(Math.max(...firsts)).toBeGreaterThan(680);
    expect(Math.max(...firsts)).toBeLessThan(735);
    expect(firsts.filter((days) => days < 365).length).toBeGreaterThan(10);
    expect(people.filter(({ visits }) => visits.length < 3)).toEqual([]);
  });

  test('come weekly at first, then more rarely', () => {
    const gaps = (person: PlannedPerson) =>
      person.visits.slice(1).map((visit, i) => (visit.startsAtMs - (person.visits[i]?.startsAtMs ?? 0)) / DAY_MS);
    const long = people.map(gaps).filter((all) => all.length > 12);
    expect(long.length).toBeGreaterThan(3);
    expect(middle(long.flatMap((all) => all.slice(0, 4)))).toBeLessThan(9);
    expect(middle(long.flatMap((all) => all.slice(-4)))).toBeGreaterThan(20);
  });

  test('miss some visits', () => {
    const share = visits.filter(({ kind }) => kind === 'missed').length / visits.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.15);
  });

  test('improve on the whole, though not from visit to visit', () => {
    const gains = people.map(({ visits }) => {
      const values = visits.flatMap(({ events }) => valuesOf(events, 'shoulder-abduction'));
      return values.length > 8 ? middle(values.slice(-4)) - middle(values.slice(0, 4)) : null;
    });
    const known = gains.filter((gain) => gain !== null);
    expect(known.length).toBeGreaterThan(3);
    expect(middle(known)).toBeGreaterThan(15);
  });
});

describe('visits', () => {
  test('that were attended are taken by the state machine, and leave nothing open', () => {
    for (const visit of attended) {
      const state = play(toDeviceEvents(visit));
      expect(state).toMatchObject({ status: 'ended', active: null, stop: null });
      expect(state.sets.filter(({ status }) => status !== 'ended')).toEqual([]);
      expect(state.trials.filter(({ status }) => status !== 'kept' && status !== 'declined')).toEqual([]);
    }
    expect(attended.length).toBeGreaterThan(200);
  });

  test('that were missed leave the visit as it was planned', () => {
    for (const visit of visits.filter(({ kind }) => kind === 'missed'))
      expect(play(toDeviceEvents(visit)).status).toBe('planned');
  });

  test('lie in the past as far as anything happened in them', () => {
    const late = visits.flatMap(({ events }) => events).filter(({ atMs }) => atMs > NOW_MS);
    expect(late).toEqual([]);
    for (const { events } of visits) {
      expect(events.map(({ atMs }) => atMs)).toEqual(events.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
    }
  });

  test('of one therapist never meet', () => {
    const starts = visits.map(({ startsAtMs }) => startsAtMs).sort((a, b) => a - b);
    const gaps = starts.slice(1).map((start, i) => (start - (starts[i] ?? 0)) / 60_000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(40);
  });

  test('carry values that say what they are', () => {
    const provenances = attended.flatMap(({ events }) => events.flatMap(({ body }) => body.provenance ?? []));
    expect(new Set(provenances.map((one) => (one as { source: string }).source))).toEqual(new Set(['virtual-patient']));
    expect(JSON.stringify(provenances)).not.toMatch(/"algorithmVersion":"(?!synthetic)/);
  });
});

describe('today', () => {
  test.each([
    ['at night', '2026-11-24T01:00:00Z'],
    ['at noon', '2026-11-24T12:00:00Z'],
    ['late', '2026-11-24T22:30:00Z'],
    ['on a Sunday', '2026-11-22T12:00:00Z'],
  ])('has visits, some of them still to come: %s', (_, now) => {
    const nowMs = Date.parse(now);
    const today = dayAt(nowMs, TIME_ZONE);
    const all = makePlan({ nowMs }).flatMap((person) => person.visits);
    const list = all.filter(({ startsAtMs }) => dayAt(startsAtMs, TIME_ZONE) === today);
    expect(list.length).toBeGreaterThanOrEqual(5);
    expect(list.filter(({ kind }) => kind === 'to-come').length).toBeGreaterThanOrEqual(2);
  });

  test('a single person has one too', () => {
    const [person] = makePlan({ patients: 1, years: 1 });
    expect(person?.visits.filter(isToday)).toHaveLength(1);
    expect(person?.visits.filter(({ kind }) => kind === 'attended').length).toBeGreaterThan(3);
  });
});

function valuesOf(events: PlannedVisit['events'], protocol: string): number[] {
  const armed = events.filter(
    ({ type, body }) => type === 'trial.armed' && String(body.protocol).startsWith(`${protocol}@`),
  );
  const sideOf = new Map(armed.map(({ body }) => [body.trialId, body.side]));
  // At a first visit the other side is measured before the affected one.
  const affected = armed.at(-1)?.body.side;
  return events.flatMap(({ type, body }) => {
    if (type !== 'trial.recorded' || sideOf.get(body.trialId) !== affected) return [];
    return (body.result as { valueDegrees: number | null }).valueDegrees ?? [];
  });
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
