import { createHash } from 'node:crypto';
import type { AppContext } from '../app-context.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Scope } from '../database/database.ts';
import { patientKey } from '../people/index.ts';
import { notAllowed, notFound, ProblemError } from '../problem.ts';
import type { AtEncounter } from '../registry/registry.ts';

export interface Segment {
  segmentId: string;
  startMs: number;
  endMs: number;
  sha256: string;
  /** base64 of the codec's bytes. */
  bytes: string;
}

const LONGEST_MS = 10_500;

/** Keeps a piece of landmark track, sealed with the patient's key. Needs the patient's consent; the same id again changes nothing. */
export async function storeSegment(
  scope: Scope,
  encounter: AtEncounter,
  segment: Segment,
  app: AppContext,
): Promise<{ segmentId: string }> {
  const { tx, clinicId, actor } = scope;
  if (actor.kind !== 'patient-device') throw notAllowed();
  const row = await tx
    .selectFrom('encounter')
    .select('state')
    .where('clinic_id', '=', clinicId)
    .where('id', '=', encounter.encounterId)
    .executeTakeFirst();
  if (!row) throw notFound();
  if (!row.state.consents.includes('landmark-track')) throw new ProblemError(403, 'no-consent');
  const length = segment.endMs - segment.startMs;
  if (length < 0 || length > LONGEST_MS) throw new ProblemError(400, 'invalid', 'body.endMs');
  const bytes = Buffer.from(segment.bytes, 'base64');
  if (createHash('sha256').update(bytes).digest('hex') !== segment.sha256) {
    throw new ProblemError(400, 'wrong-hash', 'body.sha256');
  }
  const known = await tx
    .selectFrom('segment')
    .select('sha256')
    .where('clinic_id', '=', clinicId)
    .where('id', '=', segment.segmentId)
    .executeTakeFirst();
  if (known) {
    if (known.sha256 !== segment.sha256) throw new ProblemError(409, 'conflict', 'params.segmentId');
    return { segmentId: segment.segmentId };
  }
  const key = await patientKey(scope, app, encounter.patientId);
  if (!key) throw notFound();
  const file = `tracks/${encounter.encounterId}/${segment.segmentId}`;
  await app.files.put(file, seal(key, bytes, `segment ${segment.segmentId}`));
  await tx
    .insertInto('segment')
    .values({
      clinic_id: clinicId,
      id: segment.segmentId,
      encounter_id: encounter.encounterId,
      device_id: actor.deviceId,
      start_ms: segment.startMs,
      end_ms: segment.endMs,
      sha256: segment.sha256,
      file,
      sealed_for: encounter.patientId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { segmentId: segment.segmentId };
}

/** The codec's bytes of one stored segment; null where there is none (any more). */
export async function readSegment(
  scope: Scope,
  encounter: Pick<AtEncounter, 'encounterId' | 'patientId'>,
  segmentId: string,
  app: AppContext,
) {
  const row = await scope.tx
    .selectFrom('segment')
    .select('sealed_for')
    .where('clinic_id', '=', scope.clinicId)
    .where('encounter_id', '=', encounter.encounterId)
    .where('id', '=', segmentId)
    .executeTakeFirst();
  // A merge moves encounters to another patient; their tracks stay as they were sealed.
  const key = await patientKey(scope, app, row?.sealed_for ?? encounter.patientId);
  const sealed = await app.files.get(`tracks/${encounter.encounterId}/${segmentId}`);
  return key && sealed ? open(key, sealed, `segment ${segmentId}`) : null;
}
