import type { SetState } from '@plumbline/shared/encounter';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from './LedgerTable.tsx';

interface AddedRowsProps {
  rows: SetState['added'];
  /** How many rows of the camera's count before them. */
  after: number;
  action: ((row: LedgerRow) => ReactNode) | undefined;
}

/** Repetitions that the therapist counted and the camera did not: numbered on, with their reason, without a range. */
export function AddedRows({ rows, after, action }: AddedRowsProps) {
  const { t } = useTranslation(['results', 'correct']);
  return rows.map(({ addedId, reason }, i) => (
    <tr key={addedId} className="ledger__added">
      <th scope="row">{after + i + 1}</th>
      <td colSpan={3}>
        {t('correct:added')}: {t(`correct:addReason.${reason}`)}
      </td>
      {action ? <td>{action({ kind: 'added', addedId })}</td> : null}
    </tr>
  ));
}
