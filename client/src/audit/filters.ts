import { fromDate, getLocalTimeZone, parseDate, toZoned } from '@internationalized/date';
import type { AuditFilters } from '@plumbline/shared/audit';

/** The filters as the page's address keeps them: ids, codes and local days, no names. */
export interface WantedEntries {
  accountId: string;
  action: string;
  outcome: string;
  patientId: string;
  /** Local days, the last one included; empty for no bound. */
  from: string;
  to: string;
}

const NAMES = ['accountId', 'action', 'outcome', 'patientId', 'from', 'to'] as const;

export function readWanted(search: URLSearchParams): WantedEntries {
  return Object.fromEntries(NAMES.map((name) => [name, search.get(name) ?? ''])) as unknown as WantedEntries;
}

export function writeWanted(wanted: WantedEntries): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [name, wanted[name]] as const).filter(([, value]) => value !== ''));
}

/** As the server is asked: days become moments. */
export function toFilters(
  { accountId, action, outcome, patientId, from, to }: WantedEntries,
  zone = getLocalTimeZone(),
) {
  const start = startOf(from, 0, zone);
  const end = startOf(to, 1, zone);
  return {
    ...(accountId ? { accountId } : {}),
    ...(action ? { action } : {}),
    ...(outcome === 'done' || outcome === 'refused' ? { outcome } : {}),
    ...(patientId ? { patientId } : {}),
    ...(start ? { from: start } : {}),
    ...(end ? { to: end } : {}),
  } satisfies AuditFilters;
}

function startOf(day: string, plusDays: number, zone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  try {
    return toZoned(parseDate(day).add({ days: plusDays }), zone).toAbsoluteString();
  } catch {
    return null;
  }
}

/** The local day of a moment, for file names. */
export function dayOf(moment: Date, zone = getLocalTimeZone()): string {
  return fromDate(moment, zone).toString().slice(0, 10);
}
