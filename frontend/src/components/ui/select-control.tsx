import type { ComponentProps } from 'react';
import { cx } from './cx';
import { CONTROL_CLASS } from './field';
import { Icon } from './icon';

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectControlProps extends Omit<ComponentProps<'select'>, 'children'> {
  options: readonly SelectOption[];
}

/**
 * The browser's own list, without a label (give it an `aria-label` or use Select): it is the best one on a
 * phone and with a screen reader, and injects no style sheet.
 */
export function SelectControl({ options, className, ...rest }: SelectControlProps) {
  return (
    <div className={cx('relative', className)}>
      <select {...rest} className={cx(CONTROL_CLASS, 'appearance-none truncate pe-9')}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-ink-soft"
      />
    </div>
  );
}
