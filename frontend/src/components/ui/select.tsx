import { useId, type ComponentProps } from 'react';
import { cx } from './cx';
import { CONTROL_CLASS, FieldFrame, fieldDescription, type FieldProps } from './field';
import { Icon } from './icon';

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, 'id' | 'children'> {
  options: readonly SelectOption[];
}

/** The browser's own list: it is the best one on a phone and with a screen reader, and brings no style of its own. */
export function Select({ label, hint, error, options, className, ...rest }: SelectProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <select
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={fieldDescription(id, { hint, error })}
          className={cx(CONTROL_CLASS, 'appearance-none pe-10', className)}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-soft"
        />
      </div>
    </FieldFrame>
  );
}
