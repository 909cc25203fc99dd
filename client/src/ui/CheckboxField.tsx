import { Check, CircleAlert } from 'lucide-react';
import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components';

interface CheckboxFieldProps<V extends string> {
  label: string;
  value: readonly V[];
  options: readonly { value: V; label: string; hint?: string }[];
  onChange: (value: V[]) => void;
  error?: string | undefined;
}

/** Any of a few, with what is wrong below. */
export function CheckboxField<V extends string>({ label, value, options, onChange, error }: CheckboxFieldProps<V>) {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={(next) => onChange(next as V[])}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="field__label">{label}</Label>
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value} className="checkbox">
          <span className="checkbox__box" aria-hidden="true">
            <Check size={14} />
          </span>
          <span>
            {option.label}
            {option.hint ? <span className="field__hint checkbox__hint">{option.hint}</span> : null}
          </span>
        </Checkbox>
      ))}
      <FieldError className="field__error">
        <CircleAlert size={16} aria-hidden="true" />
        {error}
      </FieldError>
    </CheckboxGroup>
  );
}
