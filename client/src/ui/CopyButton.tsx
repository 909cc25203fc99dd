import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonLook } from './Button.tsx';

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, label, look = 'primary' }: { text: string; label: string; look?: ButtonLook }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      setState('failed');
    }
  }
  return (
    <div className="form__actions">
      <Button look={look} onPress={() => void copy()}>
        {state === 'done' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {label}
      </Button>
      <span role="status">{state === 'idle' ? null : t(`copy.${state}`)}</span>
    </div>
  );
}
