export { keepAnchors, readAnchors } from './anchor.ts';
export { type AuditFact, appendAudit, wasAudited } from './append.ts';
export { auditRoutes } from './routes.ts';
export { type Anchor, type AuditVerdict, verifyAudit } from './verify.ts';
export { verifyAllAudits } from './verify-all.ts';
