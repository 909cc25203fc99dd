import type { EncounterSnapshot, StoredEvent } from '@plumbline/shared/encounter';
import { createPen } from './events.ts';
import { type Caller, makeMeeting, type Stand } from './stand.ts';

export interface Outcome {
  outcome: string;
  disposition?: string;
  reason?: string | null;
  error?: { code: string; path?: string };
}

/** A visit with Ana admitted, and both pens. */
export async function makeOpenVisit(stand: Stand) {
  const meeting = await makeMeeting(stand);
  const { encounterId, tom, ana } = meeting;
  const toms = createPen(encounterId, meeting.tomsDevice);
  const anas = createPen(encounterId, meeting.anasDevice);
  const path = `/api/encounters/${encounterId}/events`;
  const append = async (who: Caller, ...events: unknown[]): Promise<Outcome[]> =>
    (await who.get<{ outcomes: Outcome[] }>('POST', path, { events })).outcomes;
  await append(ana, anas('patient.arrived'));
  await append(tom, toms('patient.admitted'));
  return {
    ...meeting,
    /** Appends what Tom's or Ana's device tells. */
    tomTells: (...events: unknown[]) => append(tom, ...events),
    anaTells: (...events: unknown[]) => append(ana, ...events),
    toms,
    anas,
    snapshot: () => tom.get<EncounterSnapshot>('GET', `/api/encounters/${encounterId}`),
    log: async () => (await tom.get<{ events: StoredEvent[] }>('GET', `${path}?since=0`)).events,
  };
}
