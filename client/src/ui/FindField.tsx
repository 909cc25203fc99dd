import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';

interface FindFieldProps {
  label: string;
  /** Name of the button that empties it. */
  clearLabel: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter: what was looked for is found. */
  onDone: () => void;
  /** Arrow down: into what was found. */
  onDown?: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A short field that narrows a choice while one types; Escape empties it first. */
export function FindField({
  label,
  clearLabel,
  placeholder,
  value,
  onChange,
  onDone,
  onDown,
  inputRef,
}: FindFieldProps) {
  return (
    <SearchField aria-label={label} className="find" value={value} onChange={onChange} onSubmit={onDone}>
      <Search size={16} aria-hidden="true" />
      <Input
        className="find__input"
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || !onDown) return;
          event.preventDefault();
          onDown();
        }}
        placeholder={placeholder ?? ''}
        {...(inputRef ? { ref: inputRef } : {})}
      />
      {value === '' ? null : (
        <Button className="button button--quiet button--icon find__clear" aria-label={clearLabel}>
          <X size={16} aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  );
}
