import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input, Label } from 'react-aria-components';

interface NumberFieldProps {
  label: string;
  /** Null where nothing is set. */
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  step?: number;
  /** Shown behind the number, as in `90°`. */
  unit?: string;
}

/** A number typed or stepped, with its unit. */
export function NumberField({ label, value, onChange, min, max, step = 1, unit }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={min}
      maxValue={max}
      step={step}
    >
      <Label className="field__label">{label}</Label>
      <Group className="input input--row input--number">
        <Button slot="decrement" className="button button--quiet button--icon">
          <Minus aria-hidden="true" />
        </Button>
        <Input />
        {unit ? <span aria-hidden="true">{unit}</span> : null}
        <Button slot="increment" className="button button--quiet button--icon">
          <Plus aria-hidden="true" />
        </Button>
      </Group>
    </AriaNumberField>
  );
}
