import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

interface SegmentsProps<V extends string> {
  label: string;
  /** Null where nothing is chosen yet. */
  value: V | null;
  options: readonly { value: V; label: ReactNode; name?: string; shortcut?: string; demo?: string }[];
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
      selectedKeys={value === null ? [] : [value]}
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
          {option.shortcut ? <Kbd>{option.shortcut}</Kbd> : null}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
