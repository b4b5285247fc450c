import { Fragment, type ComponentProps, type ReactNode } from 'react';
import { usePageRows } from '../../hooks/use-page-rows';
import { BODY_CLASS, TableFrame } from './table';

/** To be given to the row's `<tr>`. */
export type RowProps = Pick<ComponentProps<'tr'>, 'ref' | 'aria-rowindex'> & {
  'data-index': number;
};

interface LongTableProps<Item> {
  caption: string;
  /** With widths for all columns but one. */
  head: ReactNode;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** Height in pixels of a row that has not been measured yet. */
  estimate: number;
  children: (item: Item, row: RowProps) => ReactNode;
}

/** Up to so many are all in the page, where the browser's own search finds them. */
const WHOLE = 200;

/** A table of any length that scrolls with the page; a long one is in the page only where it is in sight. */
export function LongTable<Item>(props: LongTableProps<Item>) {
  const { caption, head, items, itemKey, estimate, children } = props;
  const { setFrame, rows, spaceAfter, isPart, measure, onFocus, onBlur } = usePageRows<
    HTMLTableSectionElement,
    Item
  >({
    items,
    itemKey,
    whole: WHOLE,
    estimate,
  });
  return (
    <TableFrame caption={caption} head={head} rowCount={isPart ? items.length : undefined}>
      <tbody ref={setFrame} className={BODY_CLASS} onFocus={onFocus} onBlur={onBlur}>
        {rows.map(({ index, key, item, space }) => (
          <Fragment key={key}>
            <Space height={space} />
            {children(item, {
              ref: measure,
              'data-index': index,
              'aria-rowindex': isPart ? index + 2 : undefined,
            })}
          </Fragment>
        ))}
        <Space height={spaceAfter} />
      </tbody>
    </TableFrame>
  );
}

/** In place of the rows that are not in the page. */
function Space({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td />
    </tr>
  );
}
