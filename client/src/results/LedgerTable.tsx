import type { SetState } from '@plumbline/shared/encounter';
import { findExercise } from '@plumbline/shared/programme';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddedRows } from './AddedRows.tsx';
import { RecordedRow } from './RecordedRow.tsx';
import './results.css';
import './ledger.css';

interface LedgerTableProps {
  set: Pick<SetState, 'exercise' | 'repetitions' | 'dosage' | 'struck' | 'added'>;
  caption: string;
  /** What can be done with a row, at its end. */
  action?: (row: LedgerRow) => ReactNode;
}

/** A row that was recorded, or one that the therapist added. */
export type LedgerRow = { kind: 'recorded'; index: number; isStruck: boolean } | { kind: 'added'; addedId: string };

const FULL_SCALE_DEGREES = 120;

/** The rows of a set: those that count numbered, the others hollow and named as what they are; how each was done, one press away. */
export function LedgerTable({ set, caption, action }: LedgerTableProps) {
  const { t } = useTranslation('results');
  const [open, setOpen] = useState<number | null>(null);
  const isTimed = findExercise(set.exercise)?.counting === 'time';
  const scale = Math.max(FULL_SCALE_DEGREES, ...set.repetitions.map((row) => row.rangeDegrees ?? 0));
  let complete = 0;
  return (
    <table className="ledger">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{t(isTimed ? 'ledger.time' : 'ledger.range')}</th>
          <td aria-hidden="true" />
          {isTimed ? <td aria-hidden="true" /> : <th scope="col">{t('ledger.tempo')}</th>}
          {action ? <td aria-hidden="true" /> : null}
        </tr>
      </thead>
      <tbody>
        {set.repetitions.map((row) => {
          const struck = set.struck.find(({ index }) => index === row.index) ?? null;
          if (row.validity === 'complete' && !struck) complete += 1;
          return (
            <RecordedRow
              key={row.index}
              row={row}
              set={set}
              struck={struck}
              number={complete}
              scale={scale}
              isTimed={isTimed}
              isOpen={open === row.index}
              onToggle={() => setOpen(open === row.index ? null : row.index)}
              action={action?.({ kind: 'recorded', index: row.index, isStruck: struck !== null })}
            />
          );
        })}
        <AddedRows rows={set.added} after={complete} action={action} />
      </tbody>
    </table>
  );
}
