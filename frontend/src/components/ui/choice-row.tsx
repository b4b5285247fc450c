import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

interface ChoiceRowProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  type: 'radio' | 'checkbox';
  /** Short mark before the content, such as the letter of an option. */
  marker?: string;
  children: ReactNode;
}

/** A radio button or check box whose whole row is the target. */
export function ChoiceRow({ type, marker, className, children, ...input }: ChoiceRowProps) {
  return (
    <label
      className={cx(
        'flex min-h-12 items-start gap-3 rounded-md border border-line bg-surface px-4 py-3',
        'transition-colors duration-100 hover:border-line-strong',
        'has-checked:border-accent has-checked:bg-accent-soft',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        'has-disabled:cursor-not-allowed has-disabled:opacity-70',
        className,
      )}
    >
      <input {...input} type={type} className="mt-0.5 size-5 shrink-0 outline-none" />
      {marker && <span className="shrink-0 font-medium text-ink-soft">{marker}</span>}
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  );
}
