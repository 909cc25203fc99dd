import { useTranslation } from 'react-i18next';
import { Button, useShortcuts } from '../ui/index.ts';

interface ReasonChoiceProps<Code extends string> {
  title: string;
  reasons: readonly { code: Code; text: string }[];
  onChoose: (code: Code) => void;
  onClose: () => void;
}

/** A correction is made by choosing its reason; no window opens. */
export function ReasonChoice<Code extends string>({ title, reasons, onChoose, onClose }: ReasonChoiceProps<Code>) {
  const { t } = useTranslation('common');
  useShortcuts({ Escape: onClose });
  return (
    <fieldset className="reason-choice">
      <legend>{title}</legend>
      {reasons.map(({ code, text }, i) => (
        <Button
          key={code}
          autoFocus={i === 0}
          onPress={() => {
            onChoose(code);
            onClose();
          }}
        >
          {text}
        </Button>
      ))}
      <Button look="quiet" shortcut="Esc" onPress={onClose}>
        {t('cancel')}
      </Button>
    </fieldset>
  );
}
