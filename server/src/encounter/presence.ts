import type { Party, Presence } from '@plumbline/shared/encounter';
import type { AppContext } from '../app-context.ts';
import type { Scope } from '../database/database.ts';

/** Who holds a socket to this installation for an encounter. One process now; several would share it over Redis. */
export class Watchers {
  readonly #sockets = new Map<string, Map<string, Party>>();

  add(encounterId: string, socketId: string, party: Party): void {
    const sockets = this.#sockets.get(encounterId) ?? new Map<string, Party>();
    this.#sockets.set(encounterId, sockets.set(socketId, party));
  }

  /** Forgets a socket; returns the encounters it watched. */
  remove(socketId: string): string[] {
    const left: string[] = [];
    for (const [encounterId, sockets] of this.#sockets) {
      if (!sockets.delete(socketId)) continue;
      left.push(encounterId);
      if (sockets.size === 0) this.#sockets.delete(encounterId);
    }
    return left;
  }

  has(encounterId: string, party: Party): boolean {
    return [...(this.#sockets.get(encounterId)?.values() ?? [])].includes(party);
  }
}

const watchersOf = new WeakMap<AppContext, Watchers>();

/** The watchers of one mounted app. */
export function watchers(app: AppContext): Watchers {
  const known = watchersOf.get(app) ?? new Watchers();
  watchersOf.set(app, known);
  return known;
}

/** Who is connected now: to us by socket, to the video room as LiveKit tells. */
export async function readPresence({ tx, clinicId }: Scope, encounterId: string, app: AppContext): Promise<Presence> {
  const inRoom = await tx
    .selectFrom('admission')
    .innerJoin('encounter', 'encounter.id', 'admission.encounter_id')
    .select('party')
    .whereRef('admission.room_generation', '=', 'encounter.room_generation')
    .where('admission.clinic_id', '=', clinicId)
    .where('admission.encounter_id', '=', encounterId)
    .where('joined_at', 'is not', null)
    .where('left_at', 'is', null)
    .execute();
  const here = (party: Party) => ({
    socket: watchers(app).has(encounterId, party),
    media: inRoom.some((row) => row.party === party),
  });
  return { patient: here('patient'), therapist: here('therapist') };
}
