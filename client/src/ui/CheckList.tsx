import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';

interface CheckListProps<V extends string> {
  label: string;
  value: readonly V[];
  options: readonly { value: V; label: string }[];
  onChange: (value: V[]) => void;
}

/** Any of several, each ticked by itself. */
export function CheckList<V extends string>({ label, value, options, onChange }: CheckListProps<V>) {
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={(next) => onChange(next as V[])}>
      <Label className="field__label">{label}</Label>
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value} className="check">
          <span className="check__box" aria-hidden="true">
            <Check size={14} />
          </span>
          {option.label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
