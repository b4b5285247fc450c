import { cx } from './cx';

/** A grey shape where content will be. It shows after 150 ms only: quick answers never flash. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cx('animate-appear-late rounded-md bg-sunken', className)} />
  );
}
