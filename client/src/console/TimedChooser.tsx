import { type EncounterState, measuringDevice } from '@plumbline/shared/encounter';
import { isModified, type TestCondition, TIMED_TESTS } from '@plumbline/shared/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecord } from '../history/index.ts';
import { useTimedTexts } from '../results/index.ts';
import { Button, Segments, useShortcuts } from '../ui/index.ts';
import { ChooserRow } from './ChooserRow.tsx';
import { ConditionList } from './ConditionList.tsx';
import { FallsAndPerson } from './FallsAndPerson.tsx';
import { SideChoice } from './SideChoice.tsx';
import { CONDITION_KEYS, choiceToBeginWith, conditionsOf, obstacleOf } from './timed-choice.ts';
import type { Commands } from './useCommands.ts';

interface TimedChooserProps {
  state: EncounterState;
  commands: Commands;
  onDone: () => void;
}

/** Which timed test, its conditions confirmed one by one, falls asked about, and who does it. */
export function TimedChooser({ state, commands, onDone }: TimedChooserProps) {
  const { t } = useTranslation(['timed', 'common']);
  const texts = useTimedTexts();
  const known = useRecord()?.person;
  const [choice, setChoice] = useState(() => choiceToBeginWith(state.timed, known ?? null));
  const { test, side, confirmed, falls, person } = choice;
  const conditions = conditionsOf(choice);
  const obstacle = obstacleOf(choice);
  const choose = (id: string) => {
    const found = TIMED_TESTS.find((one) => one.id === id);
    if (found && found.id !== test.id) setChoice({ ...choice, test: found, side: null, confirmed: [] });
  };
  const toggle = (condition: TestCondition) => {
    const others = confirmed.filter((one) => one !== condition);
    setChoice({ ...choice, confirmed: others.length < confirmed.length ? others : [...others, condition] });
  };
  const setSide = (one: 'left' | 'right') => setChoice({ ...choice, side: one });

  function start() {
    if (obstacle) return;
    const isKnown = person.ageYears !== null || person.sex !== null;
    commands.armTimed({
      test: `${test.id}@${test.version}`,
      side,
      conditions: conditions.filter((one) => confirmed.includes(one)),
      falls,
      person: isKnown ? person : null,
    });
    onDone();
  }

  useShortcuts({
    ...Object.fromEntries(TIMED_TESTS.map(({ id }, i) => [String(i + 1), () => choose(id)])),
    ...Object.fromEntries(conditions.map((one, i) => [CONDITION_KEYS[i] ?? '', () => toggle(one)])),
    l: test.asksSide && (() => setSide('left')),
    r: test.asksSide && (() => setSide('right')),
    Enter: !obstacle && start,
    Escape: onDone,
  });

  return (
    <section className="chooser" aria-label={t('what')}>
      <ChooserRow label={t('what')}>
        <Segments
          label={t('what')}
          value={test.id}
          onChange={choose}
          options={TIMED_TESTS.map(({ id }, i) => ({
            value: id,
            label: t(`name.${id}`),
            shortcut: String(i + 1),
            demo: `timed-${id}`,
          }))}
        />
      </ChooserRow>
      {test.asksSide ? (
        <ChooserRow label={t('standing')}>
          <SideChoice value={side} onChange={setSide} />
        </ChooserRow>
      ) : null}
      <ChooserRow label={t('conditions')}>
        <ConditionList test={test} falls={falls} conditions={conditions} confirmed={confirmed} onToggle={toggle} />
      </ChooserRow>
      <FallsAndPerson
        falls={falls}
        onFalls={(next) => setChoice({ ...choice, falls: next })}
        person={person}
        onPerson={(next) => setChoice({ ...choice, person: next })}
      />
      {measuringDevice(state) === 'patient-device' ? null : <p className="chooser__hint">{t('notMeasured')}</p>}
      {!obstacle && isModified(test, confirmed) ? (
        <p className="chooser__hint" role="status">
          {t('willBeModified')}
        </p>
      ) : null}
      <div className="bar__row">
        <Button look="primary" shortcut="⏎" isDisabled={obstacle !== null} onPress={start} demo="arm-timed">
          {obstacle ? t(obstacle) : t('arm', { name: texts.name(test.id, side) })}
        </Button>
        <Button look="quiet" shortcut="Esc" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </section>
  );
}
