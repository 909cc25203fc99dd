import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ComboField } from '../ui/index.ts';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, text: zone.replaceAll('_', ' ') }));
const SHOWN = 60;

/** The visit's time zone: one line until somebody wants another. */
export function TimeZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('appointments');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(value.replaceAll('_', ' '));
  if (!isOpen) {
    return (
      <p className="plan__zone">
        {t('plan.zoneIs', { zone: value.replaceAll('_', ' ') })}
        <Button look="quiet" onPress={() => setOpen(true)}>
          {t('plan.changeZone')}
        </Button>
      </p>
    );
  }
  const typed = text.toLowerCase();
  const isChosen = text === value.replaceAll('_', ' ');
  const fitting = ZONES.filter((zone) => isChosen || zone.text.toLowerCase().includes(typed));
  return (
    <ComboField
      label={t('plan.zone')}
      openLabel={t('plan.showZones')}
      empty={t('plan.noZone')}
      text={text}
      onText={setText}
      selected={isChosen ? value : null}
      onSelect={(key) => {
        const zone = ZONES.find((one) => one.id === key);
        if (!zone) return;
        onChange(zone.id);
        setText(zone.text);
      }}
      options={fitting.slice(0, SHOWN)}
      onBlur={() => setText(value.replaceAll('_', ' '))}
    />
  );
}
