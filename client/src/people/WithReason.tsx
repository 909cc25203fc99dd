import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/index.ts';

interface WithReasonProps<V extends string> {
  label: string;
  reasons: readonly { value: V; label: string }[];
  onReason: (why: V) => void;
}

/** Something that is done by saying why: the first press shows the reasons, one of them does it. */
export function WithReason<V extends string>({ label, reasons, onReason }: WithReasonProps<V>) {
  const { t } = useTranslation('staff');
  const { t: tCommon } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) return <Button onPress={() => setAsked(true)}>{label}</Button>;
  return (
    <fieldset className="with-reason">
      <legend>
        {label}. {t('why')}?
      </legend>
      {reasons.map(({ value, label: reason }) => (
        <Button
          key={value}
          look="stop"
          onPress={() => {
            setAsked(false);
            onReason(value);
          }}
        >
          {reason}
        </Button>
      ))}
      <Button look="quiet" onPress={() => setAsked(false)}>
        {tCommon('cancel')}
      </Button>
    </fieldset>
  );
}
