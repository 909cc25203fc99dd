import { type TimedAmendment, type TimedState, timedValue } from '@plumbline/shared/encounter';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NumberField, useShortcuts } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

interface TimedAmendProps {
  timed: TimedState;
  commands: Commands;
  onClose: () => void;
}

const MOST = 600;

/** The therapist's own count or time instead of the recorded one, which stays beside it. */
export function TimedAmend({ timed, commands, onClose }: TimedAmendProps) {
  const { t } = useTranslation(['timed', 'common']);
  const { testId, result, amended } = timed;
  const isCount = result?.unit === 'count';
  const recorded = result?.value ?? null;
  const [value, setValue] = useState(() => timedValue(timed));
  function save() {
    if (value === null) return;
    commands.amendTimed(testId, value, reasonFor(value, isCount ? recorded : null));
    onClose();
  }
  useShortcuts({ Enter: save, Escape: onClose });
  return (
    <form
      className="bar__row timed-amend"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <NumberField
        label={t('correctTo')}
        value={value}
        onChange={setValue}
        min={0}
        max={MOST}
        step={isCount ? 1 : 0.1}
        {...(isCount ? {} : { unit: 's' })}
      />
      <Button look="primary" isDisabled={value === null} onPress={save} demo="save-timed">
        {t('save')}
      </Button>
      {amended ? (
        <Button
          onPress={() => {
            commands.amendTimed(testId, null, 'taken-back');
            onClose();
          }}
        >
          {t('takeBack')}
        </Button>
      ) : null}
      <Button look="quiet" shortcut="Esc" onPress={onClose}>
        {t('common:cancel')}
      </Button>
    </form>
  );
}

/** A count says by itself what the camera did wrong. */
function reasonFor(value: number, counted: number | null): TimedAmendment {
  if (counted === null || value === counted) return 'checked-by-hand';
  return value > counted ? 'missed-by-camera' : 'counted-too-many';
}
