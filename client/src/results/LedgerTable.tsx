import type { SetState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/index.ts';
import { Degrees } from './Degrees.tsx';
import { reasonKey } from './reasons.ts';
import { formatTempo } from './tempo.ts';
import './results.css';

interface LedgerTableProps {
  set: Pick<SetState, 'repetitions' | 'dosage'>;
  caption: string;
}

const FULL_SCALE_DEGREES = 120;

/** The rows of a set: complete ones numbered, the others hollow and named as what they are. */
export function LedgerTable({ set, caption }: LedgerTableProps) {
  const { t } = useTranslation('results');
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
        </tr>
      </thead>
      <tbody>
        {set.repetitions.map((row) => {
          const isComplete = row.validity === 'complete';
          if (isComplete) complete += 1;
          return (
            <tr key={row.index} className={isComplete ? undefined : 'ledger__partial'}>
              <th scope="row">
                {isComplete ? (
                  complete
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
            </tr>
          );
        })}
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
