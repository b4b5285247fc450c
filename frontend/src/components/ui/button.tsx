import type { ComponentProps, MouseEvent } from 'react';
import { buttonClass, type ButtonVariant } from './button-style';
import { Icon, type IconName } from './icon';
import { Spinner } from './spinner';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant;
  icon?: IconName;
  /** Under way: cannot be pressed again, but keeps its width and the focus. */
  busy?: boolean;
  disabled?: boolean;
}

/** A button keeps the focus while it cannot be pressed, so that the keyboard never loses its place. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', icon, busy = false, disabled = false, ...rest } = props;
  const { className, children, onClick, type = 'button', ...others } = rest;
  const inert = busy || disabled;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (inert) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...others}
      type={type}
      className={buttonClass(variant, className)}
      aria-disabled={inert || undefined}
      aria-busy={busy || undefined}
      onClick={press}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
