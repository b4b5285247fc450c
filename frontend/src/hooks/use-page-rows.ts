import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/react-virtual';
import { useCallback, useState, useSyncExternalStore, type FocusEvent, type Key } from 'react';

interface PageRowsOptions<Item> {
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** Up to so many are all in the page, where the browser's own search finds them. */
  whole: number;
  /** Height in pixels of a row that has not been measured yet. */
  estimate: number;
  /** Pixels between two rows. */
  gap?: number;
  /** Rows that stay in the page wherever one scrolls, besides the one with the focus. */
  keep?: readonly number[] | undefined;
}

interface PageRow<Item> {
  item: Item;
  index: number;
  key: Key;
  /** Pixels that are left free for the rows before it that are not in the page. */
  space: number;
}

const NONE: readonly number[] = [];
/** What the page's header covers, and some air. */
const HEADER_PX = 144;

/**
 * The rows of a long list that scrolls with the page, of which only those in sight are in it. The row with the
 * focus stays, and its neighbours with it, so that the keyboard goes on where it was.
 */
export function usePageRows<Frame extends HTMLElement, Item>(options: PageRowsOptions<Item>) {
  const { items, itemKey, whole, estimate, gap = 0, keep = NONE } = options;
  const count = items.length;
  const [frame, setFrame] = useState<Frame | null>(null);
  const scrollMargin = usePageTop(frame);
  const [focused, setFocused] = useState<number | null>(null);
  const rangeExtractor = useCallback(
    (range: Range) => {
      if (count <= whole) return Array.from({ length: count }, (_, index) => index);
      const near = focused === null ? NONE : [focused - 1, focused, focused + 1];
      return [...new Set([...defaultRangeExtractor(range), ...keep, ...near])]
        .filter((index) => index >= 0 && index < count)
        .toSorted((a, b) => a - b);
    },
    [count, whole, keep, focused],
  );
  const keyAt = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : itemKey(item);
    },
    [items, itemKey],
  );
  const list = useWindowVirtualizer({
    count,
    estimateSize: () => estimate,
    getItemKey: keyAt,
    rangeExtractor,
    overscan: 8,
    gap,
    scrollMargin,
    scrollPaddingStart: HEADER_PX,
  });

  const { rows, end } = placeRows(list.getVirtualItems(), items, { start: scrollMargin, gap });
  return {
    frame,
    /** The `ref` of the element whose children the rows are. */
    setFrame,
    rows,
    /** Pixels that are left free for the rows after the last one in the page. */
    spaceAfter: Math.max(0, scrollMargin + list.getTotalSize() - end),
    /** Whether some of the list's rows are not in the page. */
    isPart: count > whole,
    measure: list.measureElement,
    scrollTo: list.scrollToIndex,
    onFocus: ({ target }: FocusEvent) => setFocused(indexOf(target)),
    // Known before the focus is there: what it goes to must not leave the page meanwhile.
    onBlur: ({ relatedTarget }: FocusEvent) => setFocused(indexOf(relatedTarget)),
  };
}

/** The rows with the space that is left free before each, and where the last of them ends. */
function placeRows<Item>(
  virtual: readonly VirtualItem[],
  items: readonly Item[],
  { start, gap }: { start: number; gap: number },
) {
  const rows: PageRow<Item>[] = [];
  let end = start;
  for (const row of virtual) {
    const item = items[row.index];
    if (item === undefined) continue;
    const free = rows.length === 0 ? 0 : gap;
    rows.push({ item, index: row.index, key: row.key, space: Math.max(0, row.start - end - free) });
    end = row.end;
  }
  return { rows, end };
}

function indexOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return row ? Number(row.getAttribute('data-index')) : null;
}

/** Where an element begins in the page, in pixels, whatever comes and goes above it. */
function usePageTop(frame: HTMLElement | null): number {
  return useSyncExternalStore(watchLayout, () =>
    frame ? Math.round(frame.getBoundingClientRect().top + window.scrollY) : 0,
  );
}

function watchLayout(listener: () => void): () => void {
  const observer = new ResizeObserver(listener);
  observer.observe(document.body);
  return () => observer.disconnect();
}
