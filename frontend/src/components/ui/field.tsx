import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface FieldProps {
  label: string;
  /** Said before one types, under the label. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; null or absent when nothing is. */
  error?: string | null;
}

interface FieldFrameProps extends FieldProps {
  id: string;
  children: ReactNode;
}

/** The ids that describe a field's control, for `aria-describedby`. */
export function fieldDescription(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label above, control below, then what is wrong with it. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-danger">
          <Icon name="alert" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
    </div>
  );
}

/** The look of every control one types into or chooses from. */
export const CONTROL_CLASS =
  'min-h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink ' +
  'placeholder:text-ink-soft aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-sunken ' +
  'disabled:text-ink-soft';
