import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

interface TableProps {
  /** Said by screen readers before the table. */
  caption: string;
  head: ReactNode;
  children: ReactNode;
}

/** A plain table on a card; wider than the page, it scrolls in its own frame. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface shadow-sm">
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-sm text-ink-soft">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  );
}

/** `numeric`: over numbers, which stand at the end of their cells. */
export function HeadCell({
  className,
  numeric = false,
  ...rest
}: ComponentProps<'th'> & { numeric?: boolean }) {
  const side = numeric ? 'text-end' : 'text-start';
  return <th scope="col" {...rest} className={cx('px-5 py-3 font-medium', side, className)} />;
}

export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={cx('px-5 py-3 align-middle', className)} />;
}
