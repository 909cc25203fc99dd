import type { AuditEntry } from '@plumbline/shared/audit';

const COLUMNS = [
  'seq',
  'at',
  'actor',
  'actor id',
  'action',
  'about',
  'subject',
  'subject id',
  'outcome',
  'address',
  'why',
];

/** The entries as RFC 4180 text; what a spreadsheet would calculate with is marked as text. */
export function toCsv(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ seq, at, actor, action, subject, outcome, address, why }) => [
    String(seq),
    at,
    actor.name ?? actor.kind,
    actor.id,
    action,
    subject?.kind,
    subject?.name,
    subject?.id,
    outcome,
    address,
    why,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map((field) => toField(field ?? '')).join()}\r\n`).join('');
}

/** One field, quoted; a first character that starts a formula gets an apostrophe before it. */
export function toField(text: string): string {
  const plain = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
