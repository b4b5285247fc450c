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

export function HeadCell({ className, ...rest }: ComponentProps<'th'>) {
  return <th scope="col" {...rest} className={cx('px-5 py-3 text-start font-medium', className)} />;
}

export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={cx('px-5 py-3 align-middle', className)} />;
}
