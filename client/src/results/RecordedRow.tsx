import type { SetState } from '@plumbline/shared/encounter';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormatLocale } from '../i18n/index.ts';
import { VisuallyHidden } from '../ui/index.ts';
import { Degrees } from './Degrees.tsx';
import { RowDetails } from './RowDetails.tsx';
import { reasonKey } from './reasons.ts';
import { formatTempo } from './tempo.ts';
import { useNames } from './useNames.ts';

interface RecordedRowProps {
  row: SetState['repetitions'][number];
  set: Pick<SetState, 'exercise' | 'dosage'>;
  struck: SetState['struck'][number] | null;
  /** The count so far, this row included where it counts. */
  number: number;
  /** What the whole width of the bar is, degrees. */
  scale: number;
  /** What counts is how long it was held. */
  isTimed: boolean;
  isOpen: boolean;
  onToggle: () => void;
  action: ReactNode;
}

/** One recorded repetition; pressed, how it was done. */
export function RecordedRow({ row, set, struck, number, scale, isTimed, isOpen, onToggle, action }: RecordedRowProps) {
  const { t } = useTranslation(['results', 'correct']);
  const names = useNames();
  const details = useId();
  const isComplete = row.validity === 'complete' && !struck;
  return (
    <>
      <tr className={struck ? 'ledger__struck' : isComplete ? undefined : 'ledger__partial'}>
        <th scope="row">
          <Button
            className="ledger__toggle"
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': details } : {})}
            onPress={onToggle}
          >
            {isComplete ? number : '–'}
            <ChevronDown className="ledger__chevron" size={14} aria-hidden="true" />
            <VisuallyHidden>{t('ledger.details', { row: row.index })}</VisuallyHidden>
          </Button>
          {!isComplete && struck ? (
            <>
              {t('correct:struck')}
              <small className="ledger__why">{t(`correct:strikeReason.${struck.reason}`)}</small>
            </>
          ) : null}
          {!isComplete && !struck ? (
            <>
              {t(row.validity)}
              <Why reasons={row.reasons} />
            </>
          ) : null}
        </th>
        <td colSpan={row.rangeDegrees === null ? 2 : 1}>
          {isTimed ? <Held row={row} /> : <Degrees value={row.rangeDegrees} uncertainty={row.uncertaintyDegrees} />}
          {row.findings.length > 0 ? (
            <span>
              <TriangleAlert className="ledger__mark" size={14} aria-hidden="true" />
              <VisuallyHidden>
                {t('ledger.yes')}
                {row.findings.map(names.finding).join(', ')}
              </VisuallyHidden>
            </span>
          ) : null}
          {isComplete && !isTimed && row.rangeDegrees === null ? <Why reasons={row.reasons} /> : null}
        </td>
        {row.rangeDegrees === null ? null : (
          <td aria-hidden="true" className="ledger__bar">
            <div className="meter" style={{ inlineSize: `${(row.rangeDegrees / scale) * 100}%` }} />
          </td>
        )}
        <td>{row.tempo ? formatTempo(row.tempo) : isTimed ? null : '–'}</td>
        {action ? <td>{action}</td> : null}
      </tr>
      {isOpen ? (
        <tr className="ledger__details">
          <td colSpan={action ? 5 : 4} id={details}>
            <RowDetails row={row} set={set} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** How long, in seconds to tenths. */
function Held({ row: { startMs, endMs } }: Pick<RecordedRowProps, 'row'>) {
  const { t } = useTranslation('results');
  const format = new Intl.NumberFormat(useFormatLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return <>{t('ledger.seconds', { seconds: format.format((endMs - startMs) / 1000) })}</>;
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
