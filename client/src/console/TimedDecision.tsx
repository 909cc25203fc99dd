import { type TimedState, timedValue, VOID_REASONS } from '@plumbline/shared/encounter';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, useShortcuts } from '../ui/index.ts';
import { ReasonChoice } from './ReasonChoice.tsx';
import { TimedAmend } from './TimedAmend.tsx';
import type { Commands } from './useCommands.ts';

interface TimedDecisionProps {
  timed: TimedState;
  commands: Commands;
  /** Only in the visit: the same once more. */
  onRepeat?: () => void;
  /** The keys are this test's. */
  hasKeys?: boolean;
}

/** A timed test was recorded: accept it, repeat it, correct it, or void it with a reason. */
export function TimedDecision({ timed, commands, onRepeat, hasKeys = false }: TimedDecisionProps) {
  const { t } = useTranslation('timed');
  const [asking, setAsking] = useState<'void' | 'correct' | null>(null);
  const { testId, status } = timed;
  const accept = timedValue(timed) !== null && status !== 'accepted' ? () => commands.acceptTimed(testId) : null;
  const close = () => setAsking(null);
  const isAsking = asking !== null;
  const key = (shortcut: string) => (hasKeys ? { shortcut } : {});
  useShortcuts({
    Enter: hasKeys && !isAsking && accept,
    r: hasKeys && !isAsking && onRepeat,
    x: hasKeys && !isAsking && (() => setAsking('correct')),
    d: hasKeys && !isAsking && (() => setAsking('void')),
  });
  if (asking === 'void') {
    return (
      <ReasonChoice
        title={t('whyVoid')}
        reasons={VOID_REASONS.map((code) => ({ code, text: t(`voidReason.${code}`) }))}
        onChoose={(reason) => commands.voidTimed(testId, reason)}
        onClose={close}
      />
    );
  }
  if (asking === 'correct') return <TimedAmend timed={timed} commands={commands} onClose={close} />;
  return (
    <>
      {accept ? (
        <Button look={hasKeys ? 'primary' : 'plain'} {...key('⏎')} onPress={accept} demo="accept-timed">
          {t('accept')}
        </Button>
      ) : null}
      {onRepeat ? (
        <Button {...key('R')} onPress={onRepeat} demo="repeat-timed">
          {t('repeat')}
        </Button>
      ) : null}
      <Button {...key('X')} onPress={() => setAsking('correct')} demo="correct-timed">
        {t('correct')}
      </Button>
      {status === 'voided' ? null : (
        <Button look="quiet" {...key('D')} onPress={() => setAsking('void')} demo="void-timed">
          {t('void')}
        </Button>
      )}
    </>
  );
}
