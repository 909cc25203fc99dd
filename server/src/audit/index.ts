export { keepAnchors } from './anchor.ts';
export { type AuditFact, appendAudit } from './append.ts';
export { type AuditVerdict, verifyAudit } from './verify.ts';
