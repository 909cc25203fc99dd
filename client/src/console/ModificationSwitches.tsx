import type { TimedState } from '@plumbline/shared/encounter';
import { findTimedTest, type Modification } from '@plumbline/shared/programme';
import { useTranslation } from 'react-i18next';
import { Switch } from '../ui/index.ts';
import type { Commands } from './useCommands.ts';

interface ModificationSwitchesProps {
  timed: TimedState;
  commands: Pick<Commands, 'modifyTimed'>;
}

/** What was done otherwise than published, marked while it is seen or afterwards. */
export function ModificationSwitches({ timed, commands }: ModificationSwitchesProps) {
  const { t } = useTranslation('timed');
  const { testId, modifications } = timed;
  const set = (one: Modification, isOn: boolean) => {
    const others = modifications.filter((other) => other !== one);
    commands.modifyTimed(testId, isOn ? [...others, one] : others);
  };
  return (
    <div className="modifications">
      {(findTimedTest(timed.test)?.modifications ?? []).map((one) => (
        <Switch key={one} isSelected={modifications.includes(one)} onChange={(isOn) => set(one, isOn)}>
          {t(`modification.${one}`)}
        </Switch>
      ))}
    </div>
  );
}
