import { CircleAlert } from 'lucide-react';
import { TextArea as AriaTextArea, TextField as AriaTextField, FieldError, Label, Text } from 'react-aria-components';

interface TextAreaProps {
  label: string;
  hint?: string;
  rows?: number;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it, in plain words. */
  error?: string | undefined;
}

/** Several lines of text. */
export function TextArea({ label, hint, rows = 4, error, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined} validationBehavior="aria">
      <Label className="field__label">{label}</Label>
      {hint ? (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      ) : null}
      <AriaTextArea className="input" rows={rows} />
      <FieldError className="field__error">
        <CircleAlert size={16} aria-hidden="true" />
        {error}
      </FieldError>
    </AriaTextField>
  );
}
