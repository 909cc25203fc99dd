import { EXERCISE_REGIONS, type Exercise, type ExerciseRegion, findExercise } from '@plumbline/shared/programme';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../results/index.ts';
import { FindField, Segments, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import { exercisesIn, exercisesLike } from './exercise-choice.ts';

interface ExercisePickerProps {
  chosen: Exercise | undefined;
  onChoose: (exercise: Exercise) => void;
}

/** The library: by region under a digit, each exercise under a letter; or typed, in every region at once. */
export function ExercisePicker({ chosen, onChoose }: ExercisePickerProps) {
  const { t } = useTranslation('choose');
  const names = useNames();
  const [region, setRegion] = useState<ExerciseRegion>(chosen?.region ?? 'leg');
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isTyped = typed.trim() !== '';
  const offered = isTyped ? exercisesLike(typed, names.exercise) : exercisesIn(region);
  const isOffered = offered.some(({ id }) => id === chosen?.id);

  function choose(id: string) {
    const found = findExercise(id);
    if (!found) return;
    onChoose(found);
    setRegion(found.region);
  }
  function open(one: ExerciseRegion) {
    setTyped('');
    setRegion(one);
    const [first] = exercisesIn(one);
    if (first) choose(first.id);
  }
  function type(text: string) {
    setTyped(text);
    const [best] = text.trim() === '' ? [] : exercisesLike(text, names.exercise);
    if (best) choose(best.id);
  }
  const find = () => field.current?.focus();
  /** The first that fits is chosen already; the keys work again. */
  const done = () => field.current?.blur();

  useShortcuts({
    ...Object.fromEntries(EXERCISE_REGIONS.map((one, i) => [String(i + 1), () => open(one)])),
    ...Object.fromEntries(offered.flatMap(({ id, key }) => (key ? [[key, () => choose(id)] as const] : []))),
    '/': find,
  });

  return (
    <>
      <ChooserRow label={t('count.region')}>
        <div className="chooser__find">
          <Segments
            label={t('count.region')}
            value={isTyped ? null : region}
            onChange={open}
            options={EXERCISE_REGIONS.map((one, i) => ({
              value: one,
              label: t(`count.regions.${one}`),
              shortcut: String(i + 1),
              demo: `exercises-${one}`,
            }))}
          />
          <FindField
            label={t('count.find')}
            clearLabel={t('count.clear')}
            placeholder={t('count.findHint')}
            value={typed}
            onChange={type}
            onDone={done}
            inputRef={field}
          />
        </div>
      </ChooserRow>
      <ChooserRow label={t('count.what')}>
        {offered.length > 0 ? (
          <Segments
            label={t('count.what')}
            value={isOffered ? (chosen?.id ?? null) : null}
            onChange={choose}
            options={offered.map(({ id, key }) => ({
              value: id,
              label: names.exercise(id),
              ...(key ? { shortcut: key.toUpperCase() } : {}),
              demo: `exercise-${id}`,
            }))}
          />
        ) : (
          <p className="chooser__hint">{t('count.nothingFound', { typed })}</p>
        )}
      </ChooserRow>
      <p className="visually-hidden" role="status">
        {isTyped ? t('count.found', { count: offered.length }) : null}
      </p>
    </>
  );
}
