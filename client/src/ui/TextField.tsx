import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Group,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  placeholder?: string;
  /** What is wrong with it, in plain words. */
  error?: string | undefined;
}

/** One line of text with its label above and what is wrong below. */
export function TextField({ label, hint, error, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined} validationBehavior="aria">
      <Label className="field__label">{label}</Label>
      {hint ? (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      ) : null}
      <Input className="input" {...(placeholder ? { placeholder } : {})} />
      <ErrorLine error={error} />
    </AriaTextField>
  );
}

/** A password that can be shown, and that says when the caps lock is on. */
export function PasswordField({ label, hint, error, ...rest }: TextFieldProps) {
  const { t } = useTranslation('people');
  const [isShown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <AriaTextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      className="field"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      onKeyUp={watchCapsLock}
      onKeyDown={watchCapsLock}
      onBlur={() => setCapsLock(false)}
    >
      <Label className="field__label">{label}</Label>
      <Group className="input input--row">
        <Input />
        <IconButton
          label={isShown ? t('password.hide') : t('password.show')}
          icon={isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          onPress={() => setShown(!isShown)}
        />
      </Group>
      {hint ? (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      ) : null}
      <span role="status" className="field__hint">
        {capsLock ? t('password.capsLock') : null}
      </span>
      <ErrorLine error={error} />
    </AriaTextField>
  );
}

function ErrorLine({ error }: { error: string | undefined }) {
  return (
    <FieldError className="field__error">
      <CircleAlert size={16} aria-hidden="true" />
      {error}
    </FieldError>
  );
}
