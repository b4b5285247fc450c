import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

interface TableProps {
  /** Said by screen readers before the table. */
  caption: string;
  head: ReactNode;
  children: ReactNode;
}

interface TableFrameProps extends TableProps {
  /** Of all there are, where only some are in the page; the widths of the columns are those of the head then. */
  rowCount?: number | undefined;
}

/** A plain table on a card; wider than the page, it scrolls in its own frame. */
export function Table({ children, ...rest }: TableProps) {
  return (
    <TableFrame {...rest}>
      <tbody className={BODY_CLASS}>{children}</tbody>
    </TableFrame>
  );
}

/** The same around a `<tbody>` of the caller's own. */
export function TableFrame({ caption, head, rowCount, children }: TableFrameProps) {
  const isPart = rowCount !== undefined;
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface shadow-sm">
      <table
        aria-rowcount={isPart ? rowCount + 1 : undefined}
        className={cx('w-full border-collapse text-start', isPart && 'table-fixed')}
      >
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-sm text-ink-soft">
          <tr aria-rowindex={isPart ? 1 : undefined}>{head}</tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

export const BODY_CLASS = 'divide-y divide-line';

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
