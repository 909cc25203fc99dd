import { type EncounterState, TAKE_BACK_REASONS } from '@plumbline/shared/encounter';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ManualReading, MethodMark, useNames } from '../results/index.ts';
import { IconButton } from '../ui/index.ts';
import { ReasonChoice } from './ReasonChoice.tsx';
import type { Commands } from './useCommands.ts';

/** What was entered by hand in this visit; each can be taken back with a reason. */
export function ByHandList({ values, commands }: { values: EncounterState['values']; commands: Commands }) {
  const { t } = useTranslation('byHand');
  const names = useNames();
  const [asking, setAsking] = useState<string | null>(null);
  const standing = values.filter(({ takenBack }) => !takenBack);
  if (standing.length === 0) return null;
  return (
    <section aria-labelledby="by-hand-title">
      <h2 id="by-hand-title" className="console-heading">
        {t('title')}
      </h2>
      <ul className="by-hand">
        {standing.map(({ valueId, measure, side, method, value, uncertainty }) => (
          <li key={valueId}>
            <span>{names.measure(measure, side)}</span>
            <b>
              <ManualReading measure={measure} value={value} uncertainty={uncertainty} />
            </b>
            <MethodMark method={method} />
            <IconButton
              label={t('takeBack', { name: names.measure(measure, side) })}
              icon={<X size={16} aria-hidden="true" />}
              onPress={() => setAsking(valueId)}
            />
          </li>
        ))}
      </ul>
      {asking ? (
        <ReasonChoice
          title={t('whyTakeBack')}
          reasons={TAKE_BACK_REASONS.map((code) => ({ code, text: t(`takeBackReason.${code}`) }))}
          onChoose={(reason) => commands.takeBackValue(asking, reason)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </section>
  );
}
