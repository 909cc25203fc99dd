import type { EncounterState } from '@plumbline/shared/encounter';
import { EXERCISES, findExercise } from '@plumbline/shared/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTempo, useNames } from '../results/index.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import { DosageFields } from './DosageFields.tsx';
import { ExercisePicker } from './ExercisePicker.tsx';
import { ExerciseSetUp } from './ExerciseSetUp.tsx';
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
  const [exercise, setExercise] = useState(() => findExercise(last?.exercise ?? '') ?? EXERCISES[0]);
  const [side, setSide] = useState<'left' | 'right' | null>(null);
  const [dosage, setDosage] = useState({
    repetitions: last?.dosage.repetitions ?? USUAL_REPETITIONS,
    tempo: last?.dosage.tempo ?? '',
    targetDegrees: null as number | null,
  });
  const asksSide = exercise?.asksSide ?? false;
  const isReady = exercise !== undefined && (!asksSide || side !== null) && (!dosage.tempo || isTempo(dosage.tempo));

  function start() {
    if (!exercise || !isReady) return;
    commands.startSet({
      exercise: `${exercise.id}@${exercise.version}`,
      side: asksSide ? side : null,
      phase: exercise.phase,
      dosage: { ...dosage, tempo: dosage.tempo || null },
    });
    onDone();
  }

  useShortcuts({
    l: asksSide && (() => setSide('left')),
    r: asksSide && (() => setSide('right')),
    Enter: isReady && start,
    Escape: onDone,
  });

  return (
    <div className="chooser">
      <ExercisePicker
        chosen={exercise}
        onChoose={(chosen) => {
          // A tempo and a target are one exercise's own.
          if (chosen.id !== exercise?.id) setDosage({ ...dosage, tempo: '', targetDegrees: null });
          setExercise(chosen);
        }}
      />
      {asksSide ? (
        <ChooserRow label={t('side.label')}>
          <SideChoice value={side} onChange={setSide} />
        </ChooserRow>
      ) : null}
      <DosageFields dosage={dosage} onChange={setDosage} usualTempo={exercise?.defaultTempo ?? ''} />
      {exercise ? <ExerciseSetUp exercise={exercise} /> : null}
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={!isReady} onPress={start} demo="start-set">
          {asksSide && !side
            ? t('choose:measure.chooseSide')
            : t('choose:count.start', { name: names.exercise(exercise?.id ?? '', asksSide ? side : null) })}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}
