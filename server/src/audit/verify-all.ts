import type { Database } from '../database/database.ts';
import { readAnchors } from './anchor.ts';
import { type AuditVerdict, verifyAudit } from './verify.ts';

export interface ClinicVerdict {
  clinicId: string;
  /** null where the clinic itself is gone and only its log or an anchor is left. */
  clinicName: string | null;
  anchors: number;
  verdict: AuditVerdict;
}

/** Verifies the chain of every clinic that the database or an anchor knows, against all anchors. */
export async function verifyAllAudits(
  db: Database,
  dataDir: string,
): Promise<{ clinics: ClinicVerdict[]; unreadable: number }> {
  const { anchors, unreadable } = await readAnchors(dataDir);
  return db.withSystem(async (tx) => {
    const named = await tx.selectFrom('clinic').select(['id', 'name']).execute();
    const logged = await tx.selectFrom('audit_entry').select('clinic_id').distinct().execute();
    const ids = new Set([...named.map(({ id }) => id), ...logged.map((row) => row.clinic_id), ...anchors.keys()]);
    const clinics: ClinicVerdict[] = [];
    for (const clinicId of ids) {
      const known = anchors.get(clinicId) ?? [];
      clinics.push({
        clinicId,
        clinicName: named.find(({ id }) => id === clinicId)?.name ?? null,
        anchors: known.length,
        verdict: await verifyAudit(tx, clinicId, known),
      });
    }
    return { clinics, unreadable };
  });
}
