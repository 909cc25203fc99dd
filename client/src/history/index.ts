export { Beside } from './Beside.tsx';
export { OtherTrends } from './OtherTrends.tsx';
export { RecordContext, usePatientRecord, useRecord } from './record.ts';
export { TrendsOf } from './Trend.tsx';
export { Verdict } from './Verdict.tsx';
