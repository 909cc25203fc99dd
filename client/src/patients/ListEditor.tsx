import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/index.ts';

interface ListEditorProps<T> {
  label: string;
  addLabel: string;
  items: readonly T[];
  /** What an entry is called where it is removed. */
  nameOf: (item: T) => string;
  create: () => T;
  onChange: (items: T[]) => void;
  children: (item: T, change: (changes: Partial<T>) => void, index: number) => ReactNode;
}

/** Entries of one kind, each with its fields; they are added and removed one by one. */
export function ListEditor<T>({ label, addLabel, items, nameOf, create, onChange, children }: ListEditorProps<T>) {
  const { t } = useTranslation('patients');
  return (
    <fieldset className="list-editor">
      <legend className="field__label">{label}</legend>
      {items.map((item, i) => (
        <div key={i} className="list-editor__item">
          <div className="form__row">
            {children(
              item,
              (changes) => onChange(items.map((one, at) => (at === i ? { ...one, ...changes } : one))),
              i,
            )}
          </div>
          <IconButton
            label={t('form.remove', { what: nameOf(item) || label })}
            icon={<X aria-hidden="true" />}
            onPress={() => onChange(items.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button look="quiet" onPress={() => onChange([...items, create()])}>
        <Plus aria-hidden="true" />
        {addLabel}
      </Button>
    </fieldset>
  );
}
