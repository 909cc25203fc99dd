import { PAIN_MARKS, type TrialState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';
import type { PainWatch } from './usePainMoment.ts';

interface PainKeysProps {
  trial: TrialState;
  commands: Commands;
  pain: PainWatch;
}

const KEYS = ['1', '2', '3', '4'] as const;

/** Where it begins to hurt, where it ends, and a painful arc: one key each while the patient moves. */
export function PainKeys({ trial, commands, pain }: PainKeysProps) {
  const { t } = useTranslation('correct');
  const mark = (what: (typeof PAIN_MARKS)[number]) => commands.markPain(trial.trialId, pain.markNow(what));
  useShortcuts(Object.fromEntries(PAIN_MARKS.map((what, i) => [KEYS[i] ?? '', () => mark(what)])));
  const isMarked = (what: string) => trial.pain.some((one) => one.what === what);
  return (
    <fieldset className="bar__over" aria-label={t('pain.label')}>
      {PAIN_MARKS.map((what, i) => (
        <Button key={what} shortcut={KEYS[i]} onPress={() => mark(what)} demo={`pain-${what}`}>
          {t(`pain.${what}`)}
          {isMarked(what) ? <span aria-hidden="true">✓</span> : null}
        </Button>
      ))}
      <span className="visually-hidden" role="status">
        {trial.pain.map(({ what }) => t('pain.marked', { mark: t(`pain.${what}`) })).join(', ')}
      </span>
    </fieldset>
  );
}
