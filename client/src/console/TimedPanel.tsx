import type { EncounterState, TimedState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useTimedTexts } from '../results/index.ts';
import { ModificationSwitches } from './ModificationSwitches.tsx';
import type { Commands } from './useCommands.ts';

interface TimedPanelProps {
  timed: EncounterState['timed'];
  commands: Pick<Commands, 'modifyTimed'>;
}

/** The timed tests of the visit, newest first; nothing where there was none. What is done otherwise than published is marked as it is seen. */
export function TimedPanel({ timed, commands }: TimedPanelProps) {
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
          <TimedLine key={one.testId} timed={one} commands={commands} />
        ))}
      </ol>
    </section>
  );
}

function TimedLine({ timed, commands }: { timed: TimedState } & Pick<TimedPanelProps, 'commands'>) {
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
      {status === 'running' || status === 'unreviewed' ? (
        <ModificationSwitches timed={timed} commands={commands} />
      ) : null}
    </li>
  );
}
