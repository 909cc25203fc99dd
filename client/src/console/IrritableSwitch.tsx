import { useTranslation } from 'react-i18next';
import { Switch } from '../ui/index.ts';

interface IrritableSwitchProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** High irritability: one trial a measurement, and the unaffected side first. */
export function IrritableSwitch({ isOn, onChange }: IrritableSwitchProps) {
  const { t } = useTranslation('console');
  return (
    <section className="irritable" aria-labelledby="irritable-title">
      <h2 id="irritable-title" className="console-heading">
        {t('irritable.title')}
      </h2>
      <Switch isSelected={isOn} onChange={onChange}>
        {t('irritable.switch')}
      </Switch>
      {isOn ? <p className="panel-hint">{t('irritable.hint')}</p> : null}
    </section>
  );
}
