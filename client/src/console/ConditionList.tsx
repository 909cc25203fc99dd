import { type FallsScreen, requiredFor, type TestCondition, type TimedTest } from '@plumbline/shared/programme';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/index.ts';
import { CONDITION_KEYS } from './timed-choice.ts';

interface ConditionListProps {
  test: TimedTest;
  falls: FallsScreen;
  conditions: readonly TestCondition[];
  confirmed: readonly TestCondition[];
  onToggle: (condition: TestCondition) => void;
}

/** What must hold for the test to be the one it is named after, each to be ticked; what is needed to begin is marked so. */
export function ConditionList({ test, falls, conditions, confirmed, onToggle }: ConditionListProps) {
  const { t } = useTranslation('timed');
  const required = requiredFor(test, falls);
  return (
    <CheckboxGroup className="conditions" aria-label={t('conditions')} value={[...confirmed]}>
      {conditions.map((condition, i) => (
        <Checkbox
          key={condition}
          value={condition}
          className="condition"
          onChange={() => onToggle(condition)}
          data-demo={`condition-${condition}`}
        >
          <span className="condition__box" aria-hidden="true" />
          <span>
            {t(`condition.${condition}`)}
            {required.includes(condition) ? <small> · {t('required')}</small> : null}
          </span>
          <Kbd>{CONDITION_KEYS[i]?.toUpperCase() ?? ''}</Kbd>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
