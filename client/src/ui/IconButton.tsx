import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import type { ButtonLook } from './Button.tsx';
import { Kbd } from './Kbd.tsx';

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  /** What it does, read aloud and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  look?: ButtonLook;
  shortcut?: string | undefined;
}

/** A button with an icon only; its words are a tooltip. */
export function IconButton({ label, icon, look = 'quiet', shortcut, isPending, isDisabled, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton
        {...rest}
        isDisabled={(isDisabled ?? false) || (isPending ?? false)}
        aria-label={label}
        className={`button button--icon button--${look}`}
      >
        {icon}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label} {shortcut ? <Kbd>{shortcut}</Kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
