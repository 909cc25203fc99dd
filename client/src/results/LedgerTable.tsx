import type { SetState } from '@plumbline/shared/encounter';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/index.ts';
import { AddedRows } from './AddedRows.tsx';
import { Degrees } from './Degrees.tsx';
import { reasonKey } from './reasons.ts';
import { formatTempo } from './tempo.ts';
import './results.css';

interface LedgerTableProps {
  set: Pick<SetState, 'repetitions' | 'dosage' | 'struck' | 'added'>;
  caption: string;
  /** What can be done with a row, at its end. */
  action?: (row: LedgerRow) => ReactNode;
}

/** A row that was recorded, or one that the therapist added. */
export type LedgerRow = { kind: 'recorded'; index: number; isStruck: boolean } | { kind: 'added'; addedId: string };

const FULL_SCALE_DEGREES = 120;

/** The rows of a set: those that count numbered, the others hollow and named as what they are. */
export function LedgerTable({ set, caption, action }: LedgerTableProps) {
  const { t } = useTranslation(['results', 'correct']);
  const scale = Math.max(FULL_SCALE_DEGREES, ...set.repetitions.map((row) => row.rangeDegrees ?? 0));
  let complete = 0;
  return (
    <table className="ledger">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{t('ledger.range')}</th>
          <td aria-hidden="true" />
          <th scope="col">{t('ledger.tempo')}</th>
          {action ? <td aria-hidden="true" /> : null}
        </tr>
      </thead>
      <tbody>
        {set.repetitions.map((row) => {
          const struck = set.struck.find(({ index }) => index === row.index);
          const isComplete = row.validity === 'complete' && !struck;
          if (isComplete) complete += 1;
          return (
            <tr key={row.index} className={struck ? 'ledger__struck' : isComplete ? undefined : 'ledger__partial'}>
              <th scope="row">
                {isComplete ? (
                  complete
                ) : struck ? (
                  <>
                    – {t('correct:struck')}
                    <small className="ledger__why">{t(`correct:strikeReason.${struck.reason}`)}</small>
                  </>
                ) : (
                  <>
                    – {t(row.validity)}
                    <Why reasons={row.reasons} />
                  </>
                )}
              </th>
              <td>
                <Degrees value={row.rangeDegrees} uncertainty={row.uncertaintyDegrees} />
                {isComplete && row.rangeDegrees === null ? <Why reasons={row.reasons} /> : null}
              </td>
              <td aria-hidden="true" className="ledger__bar">
                <div className="meter" style={{ inlineSize: `${((row.rangeDegrees ?? 0) / scale) * 100}%` }} />
              </td>
              <td>{row.tempo ? formatTempo(row.tempo) : '–'}</td>
              {action ? (
                <td>{action({ kind: 'recorded', index: row.index, isStruck: struck !== undefined })}</td>
              ) : null}
            </tr>
          );
        })}
        <AddedRows rows={set.added} after={complete} action={action} />
      </tbody>
    </table>
  );
}

function Why({ reasons }: { reasons: readonly string[] }) {
  const { t } = useTranslation('results');
  const known = reasons.flatMap((code) => reasonKey(code) ?? []);
  if (known.length === 0) return null;
  return (
    <small className="ledger__why">
      <VisuallyHidden>: </VisuallyHidden>
      {known.map((key) => t(`reason.${key}`)).join(', ')}
    </small>
  );
}
