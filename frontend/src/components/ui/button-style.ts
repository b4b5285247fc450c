import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

const BASE =
  'relative inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-1.5 text-base font-medium ' +
  'select-none transition-colors duration-150 aria-disabled:cursor-not-allowed aria-disabled:opacity-60';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:bg-sunken',
  ghost: 'text-ink hover:bg-sunken',
  danger: 'bg-danger text-on-danger hover:brightness-110',
};

/** The look of a button, for buttons and for links that act like one. */
export function buttonClass(variant: ButtonVariant, className?: string): string {
  return cx(BASE, VARIANTS[variant], className);
}
