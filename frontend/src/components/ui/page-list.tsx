import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { usePageRows } from '../../hooks/use-page-rows';
import { focusWanted, type ListTarget } from './wanted-row';

interface PageListProps<Item> {
  label?: string;
  /** Their order says something. */
  ordered?: boolean;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** Up to so many are all in the page. */
  whole?: number;
  /** Height in pixels of a row that has not been measured yet. */
  estimate: number;
  /** Pixels between two rows. */
  gap: number;
  children: (item: Item, index: number) => ReactNode;
  target?: ListTarget | null | undefined;
  /** Rows that stay in the page wherever one scrolls. */
  keep?: readonly number[] | undefined;
}

const WHOLE = 100;

/** A list of any length that scrolls with the page; a long one is in the page only where it is in sight. */
export function PageList<Item>(props: PageListProps<Item>) {
  const {
    label,
    ordered = false,
    items,
    itemKey,
    whole = WHOLE,
    estimate,
    gap,
    children,
    target,
    keep,
  } = props;
  const { frame, setFrame, rows, spaceAfter, isPart, measure, scrollTo, onFocus, onBlur } =
    usePageRows<HTMLElement, Item>({ items, itemKey, whole, estimate, gap, keep });
  const Tag = ordered ? 'ol' : 'ul';
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    if (!target) return;
    wanted.current = target.focus ? target.index : null;
    scrollTo(target.index, { align: target.align });
    focusWanted(frame, wanted);
  }, [target, frame, scrollTo]);

  // The row may come into the page some renders after it was asked for.
  useLayoutEffect(() => focusWanted(frame, wanted));

  return (
    <Tag
      ref={setFrame}
      aria-label={label}
      className="flex flex-col"
      style={{ rowGap: gap, paddingBottom: spaceAfter }}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {rows.map(({ index, key, item, space }) => (
        <li
          key={key}
          ref={measure}
          data-index={index}
          aria-setsize={isPart ? items.length : undefined}
          aria-posinset={isPart ? index + 1 : undefined}
          style={{ marginTop: space }}
        >
          {children(item, index)}
        </li>
      ))}
    </Tag>
  );
}
