import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface SegmentsProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: ReactNode; name?: string; demo?: string }[];
  onChange: (value: V) => void;
}

/** One of a few, all in sight; arrow keys move between them. */
export function Segments<V extends string>({ label, value, options, onChange }: SegmentsProps<V>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(key as V);
      }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className="segments__option"
          {...(option.name ? { 'aria-label': option.name } : {})}
          data-demo={option.demo}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
