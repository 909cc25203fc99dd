import type { TimedState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { useTimedTexts } from '../results/index.ts';
import { TimedDecision } from './TimedDecision.tsx';
import type { Commands } from './useCommands.ts';

/** What a timed test gave, what is usual as context, and the decision. */
export function TimedReview({ timed, commands }: { timed: TimedState; commands: Commands }) {
  const { t } = useTranslation('timed');
  const texts = useTimedTexts();
  const norm = texts.norm(timed);
  return (
    <section className="chooser" aria-label={t('decide', { name: texts.name(timed.test, timed.side) })}>
      <p className="timed-review__told">
        <span role="status">
          {texts.name(timed.test, timed.side)}: <b>{texts.value(timed)}</b>
        </span>
        <small>{texts.how(timed)}</small>
        <small>
          {norm.text}
          {norm.source ? ` (${norm.source})` : null}
        </small>
      </p>
      <div className="bar__row">
        <TimedDecision
          key={timed.testId}
          timed={timed}
          commands={commands}
          onRepeat={() => commands.repeatTimed(timed)}
          hasKeys
        />
      </div>
    </section>
  );
}
