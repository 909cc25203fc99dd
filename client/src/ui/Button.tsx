import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'stop';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  children: ReactNode;
  look?: ButtonLook;
  /** `large` is the patient's. */
  size?: 'normal' | 'large';
  wide?: boolean;
  /** The key that does the same, shown beside the words. */
  shortcut?: string | undefined;
  /** The name by which the demo finds it. */
  demo?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words on it. */
export function Button({
  children,
  look = 'plain',
  size = 'normal',
  wide,
  shortcut,
  demo,
  isPending,
  isDisabled,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      isDisabled={(isDisabled ?? false) || (isPending ?? false)}
      className={buttonClass({ look, size, wide: wide ?? false })}
      data-demo={demo}
    >
      {children}
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </AriaButton>
  );
}

/** The classes of a button, for what must be a link but looks like one. */
export function buttonClass({
  look = 'plain',
  size = 'normal',
  wide = false,
}: {
  look?: ButtonLook;
  size?: 'normal' | 'large';
  wide?: boolean;
} = {}): string {
  return ['button', look !== 'plain' && `button--${look}`, size === 'large' && 'button--large', wide && 'button--wide']
    .filter(Boolean)
    .join(' ');
}
