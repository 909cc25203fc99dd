import type { EncounterState } from '@plumbline/shared/encounter';
import { EXERCISES, findExercise } from '@plumbline/shared/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTempo, useNames } from '../results/index.ts';
import { Button, NumberField, Segments, TextField, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import { SideChoice } from './SideChoice.tsx';
import type { Commands } from './useCommands.ts';

interface CountChooserProps {
  state: EncounterState;
  commands: Commands;
  onDone: () => void;
}

const USUAL_REPETITIONS = 8;

/** Which exercise, on which side where it has one, and how much of it. */
export function CountChooser({ state, commands, onDone }: CountChooserProps) {
  const { t } = useTranslation(['console', 'choose', 'common']);
  const names = useNames();
  const last = state.sets.at(-1);
  const [exerciseId, setExerciseId] = useState<string>(
    findExercise(last?.exercise ?? '')?.id ?? EXERCISES[0]?.id ?? '',
  );
  const [side, setSide] = useState<'left' | 'right' | null>(null);
  const [repetitions, setRepetitions] = useState<number | null>(last?.dosage.repetitions ?? USUAL_REPETITIONS);
  const [tempo, setTempo] = useState(last?.dosage.tempo ?? '');
  const [targetDegrees, setTargetDegrees] = useState<number | null>(null);
  const exercise = findExercise(exerciseId);
  const asksSide = exercise?.asksSide ?? false;
  const isReady = exercise !== undefined && (!asksSide || side !== null) && (tempo === '' || isTempo(tempo));

  function start() {
    if (!exercise || !isReady) return;
    commands.startSet({
      exercise: `${exercise.id}@${exercise.version}`,
      side: asksSide ? side : null,
      phase: exercise.phase,
      dosage: { repetitions, tempo: tempo || null, targetDegrees },
    });
    onDone();
  }

  useShortcuts({
    ...Object.fromEntries(EXERCISES.map(({ id }, i) => [String(i + 1), () => setExerciseId(id)])),
    l: asksSide && (() => setSide('left')),
    r: asksSide && (() => setSide('right')),
    Enter: isReady && start,
    Escape: onDone,
  });

  return (
    <div className="chooser">
      <ChooserRow label={t('choose:count.what')}>
        <Segments
          label={t('choose:count.what')}
          value={exerciseId}
          onChange={setExerciseId}
          options={EXERCISES.map(({ id }, i) => ({
            value: id,
            label: names.exercise(id),
            ...(i < 9 ? { shortcut: String(i + 1) } : {}),
            demo: `exercise-${id}`,
          }))}
        />
      </ChooserRow>
      {asksSide ? (
        <ChooserRow label={t('side.label')}>
          <SideChoice value={side} onChange={setSide} />
        </ChooserRow>
      ) : null}
      <div className="chooser__dosage">
        <NumberField
          label={t('choose:count.repetitions')}
          value={repetitions}
          onChange={setRepetitions}
          min={1}
          max={100}
        />
        <NumberField
          label={t('choose:count.target')}
          value={targetDegrees}
          onChange={setTargetDegrees}
          min={5}
          max={180}
          step={5}
          unit="°"
        />
        <TextField
          label={t('choose:count.tempo')}
          placeholder={exercise?.defaultTempo ?? ''}
          value={tempo}
          onChange={setTempo}
          error={tempo === '' || isTempo(tempo) ? undefined : t('choose:count.tempoWrong')}
        />
      </div>
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={!isReady} onPress={start} demo="start-set">
          {asksSide && !side
            ? t('choose:measure.chooseSide')
            : t('choose:count.start', { name: names.exercise(exerciseId, asksSide ? side : null) })}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}
