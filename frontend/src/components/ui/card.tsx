import type { ComponentProps } from 'react';
import { cx } from './cx';

/** A raised sheet of paper. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      {...rest}
      className={cx('rounded-lg border border-line bg-surface shadow-sm', className)}
    />
  );
}
