import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ComboBox,
  Group,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';

interface ComboFieldProps {
  label: string;
  hint?: string;
  /** Name of the button that opens the list. */
  openLabel: string;
  text: string;
  onText: (text: string) => void;
  selected: Key | null;
  onSelect: (key: Key | null) => void;
  options: readonly { id: string; text: string; label?: ReactNode }[];
  /** Shown where nothing fits. */
  empty: string;
  onBlur?: () => void;
}

/** Type to find, or open the list. What fits is the caller's decision. */
export function ComboField({
  label,
  hint,
  openLabel,
  text,
  onText,
  selected,
  onSelect,
  options,
  empty,
  onBlur,
}: ComboFieldProps) {
  return (
    <ComboBox
      className="field"
      inputValue={text}
      onInputChange={onText}
      value={selected}
      onChange={onSelect}
      items={options}
      menuTrigger="focus"
      allowsCustomValue
      allowsEmptyCollection
      {...(onBlur ? { onBlur } : {})}
    >
      <Label className="field__label">{label}</Label>
      {hint ? (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      ) : null}
      <Group className="input input--row">
        <Input autoComplete="off" />
        <Button className="button button--quiet button--icon" aria-label={openLabel}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </Group>
      <Popover className="popover" offset={4}>
        <ListBox className="listbox" renderEmptyState={() => <p className="listbox__option">{empty}</p>}>
          {(option: (typeof options)[number]) => (
            <ListBoxItem id={option.id} textValue={option.text} className="listbox__option">
              {option.label ?? option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
