import type { EncounterState, TimedState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useTimedTexts } from '../results/index.ts';

/** The timed tests of the visit, newest first; nothing where there was none. */
export function TimedPanel({ timed }: Pick<EncounterState, 'timed'>) {
  const { t } = useTranslation('timed');
  const done = timed.filter(({ status }) => status !== 'cancelled').toReversed();
  if (done.length === 0) return null;
  return (
    <section aria-labelledby="timed-title">
      <h2 id="timed-title" className="console-heading">
        {t('panel')}
      </h2>
      <ol className="timed-list">
        {done.map((one) => (
          <TimedLine key={one.testId} timed={one} />
        ))}
      </ol>
    </section>
  );
}

function TimedLine({ timed }: { timed: TimedState }) {
  const { t } = useTranslation('timed');
  const texts = useTimedTexts();
  const { status, voidReason } = timed;
  return (
    <li data-status={status}>
      <span>{texts.name(timed.test, timed.side)}</span>
      <b>{timed.result ? texts.value(timed) : '…'}</b>
      <small>
        {t(`status.${status}`)}
        {voidReason ? `: ${t(`voidReason.${voidReason}`)}` : null}
      </small>
    </li>
  );
}
