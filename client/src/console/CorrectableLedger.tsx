import { ADD_REASONS, type SetState, STRIKE_REASONS } from '@plumbline/shared/encounter';
import { Plus, RotateCcw, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LedgerRow, LedgerTable } from '../results/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { ReasonChoice } from './ReasonChoice.tsx';
import type { Commands } from './useCommands.ts';

interface CorrectableLedgerProps {
  set: SetState;
  caption: string;
  commands: Commands;
}

/** The rows of a set, each to be struck, restored or removed; one can be added. Striking and adding ask for a reason in the same place. */
export function CorrectableLedger({ set, caption, commands }: CorrectableLedgerProps) {
  const { t } = useTranslation('correct');
  const [asking, setAsking] = useState<{ strike: number } | 'add' | null>(null);
  const { setId } = set;
  const rows = useRef<HTMLDivElement>(null);
  const count = set.repetitions.length + set.added.length;
  // The newest row is the one that is looked for.
  useEffect(() => {
    if (count > 0) rows.current?.scrollTo({ top: rows.current.scrollHeight });
  }, [count]);
  const close = () => setAsking(null);

  function actionFor(row: LedgerRow) {
    if (row.kind === 'added') {
      const remove = () => commands.removeRepetition(setId, row.addedId);
      return <IconButton label={t('remove')} icon={<X size={16} aria-hidden="true" />} onPress={remove} />;
    }
    const { index } = row;
    return row.isStruck ? (
      <IconButton
        label={t('restore', { row: index })}
        icon={<RotateCcw size={16} aria-hidden="true" />}
        onPress={() => commands.restore(setId, index)}
      />
    ) : (
      <IconButton
        label={t('strike', { row: index })}
        icon={<X size={16} aria-hidden="true" />}
        onPress={() => setAsking({ strike: index })}
      />
    );
  }

  return (
    <>
      <div className="set-panel__rows" ref={rows}>
        {count > 0 ? <LedgerTable set={set} caption={caption} action={actionFor} /> : null}
      </div>
      {asking === 'add' ? (
        <ReasonChoice
          title={t('whyAdd')}
          reasons={ADD_REASONS.map((code) => ({ code, text: t(`addReason.${code}`) }))}
          onChoose={(reason) => commands.addRepetition(setId, reason)}
          onClose={close}
        />
      ) : asking ? (
        <ReasonChoice
          title={t('whyStrike', { row: asking.strike })}
          reasons={STRIKE_REASONS.map((code) => ({ code, text: t(`strikeReason.${code}`) }))}
          onChoose={(reason) => commands.strike(setId, asking.strike, reason)}
          onClose={close}
        />
      ) : (
        <p className="set-panel__add">
          <Button look="quiet" onPress={() => setAsking('add')}>
            <Plus size={16} aria-hidden="true" />
            {t('add')}
          </Button>
        </p>
      )}
    </>
  );
}
