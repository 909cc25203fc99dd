import type { EncounterState } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import { Switch } from '../ui/index.ts';

interface DisplaySwitchesProps {
  display: EncounterState['display'];
  patientName: string;
  onChange: (display: EncounterState['display']) => void;
}

/** What the patient sees beside the count and the arc; both are off at first. */
export function DisplaySwitches({ display, patientName, onChange }: DisplaySwitchesProps) {
  const { t } = useTranslation('console');
  return (
    <section aria-labelledby="display-title">
      <h2 id="display-title" className="console-heading">
        {t('display.title', { name: patientName })}
      </h2>
      <Switch isSelected={display.degrees} onChange={(degrees) => onChange({ ...display, degrees })}>
        {t('display.degrees')}
      </Switch>
      <Switch isSelected={display.skeleton} onChange={(skeleton) => onChange({ ...display, skeleton })}>
        {t('display.skeleton')}
      </Switch>
    </section>
  );
}
