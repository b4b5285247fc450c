import type { RefObject } from 'react';

/** A row to bring into view; a new object asks again, even for the same row. */
export interface ListTarget {
  index: number;
  align: 'start' | 'center' | 'auto';
  /** Also gives the focus to what is marked `data-row-focus` in the row. */
  focus: boolean;
}

/** Gives the focus to the row that is wanted, once it is in the page. */
export function focusWanted(frame: HTMLElement | null, wanted: RefObject<number | null>): void {
  if (wanted.current === null) return;
  const row = frame?.querySelector(`[data-index="${wanted.current}"]`);
  const control = row?.querySelector<HTMLElement>('[data-row-focus]');
  if (!control) return;
  wanted.current = null;
  control.focus({ preventScroll: true });
}
