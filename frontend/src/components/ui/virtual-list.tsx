import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, type Key, type ReactNode } from 'react';
import { cx } from './cx';
import { focusWanted, type ListTarget } from './wanted-row';

interface VirtualListProps {
  label: string;
  count: number;
  /** Height in pixels of a row that has not been measured yet. */
  estimate: number;
  itemKey: (index: number) => Key;
  children: (index: number) => ReactNode;
  target?: ListTarget | null;
  /** Rows that stay in the page wherever one scrolls: they have the focus, or something typed. */
  keep?: readonly number[];
  /** Told which rows are in sight. */
  onShown?: (first: number, last: number) => void;
  className?: string;
}

/** A list of any length in its own scrolling frame, of which only what is in sight is in the page. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, estimate, itemKey, children, target, keep = NONE, onShown } = props;
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const rangeExtractor = useCallback(
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), ...keep])]
        .filter((index) => index < count)
        .toSorted((a, b) => a - b),
    [keep, count],
  );
  const list = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    getItemKey: itemKey,
    rangeExtractor,
    overscan: 6,
  });
  const rows = list.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = list.range ?? {};

  useEffect(() => {
    if (count > 0) onShown?.(startIndex, Math.min(endIndex, count - 1));
  }, [onShown, startIndex, endIndex, count]);

  useEffect(() => {
    const element = frame.current;
    if (!target || !element) return;
    wanted.current = target.focus ? target.index : null;
    const go = () => {
      list.scrollToIndex(target.index, { align: target.align });
      // Where it is in sight already, nothing is rendered anew.
      focusWanted(element, wanted);
    };
    if (list.scrollRect?.height) {
      go();
      return;
    }
    // It was hidden until now: there is nowhere to scroll before it has been measured.
    const observer = new ResizeObserver(() => {
      if (element.clientHeight === 0) return;
      observer.disconnect();
      requestAnimationFrame(go);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [target, list]);

  // The row may come into the page some renders after it was asked for.
  useLayoutEffect(() => focusWanted(frame.current, wanted));

  return (
    <div ref={frame} className={cx('overflow-y-auto', props.className)}>
      <ul aria-label={label} className="relative w-full" style={{ height: list.getTotalSize() }}>
        {rows.map(({ index, key, start }) => (
          <li
            key={key}
            ref={list.measureElement}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const NONE: readonly number[] = [];
