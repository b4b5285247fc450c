import type { DraftOption } from './draft.js';
import { findNextLabel, matchOptionLabel, type LabelFamily, type OptionMarker } from './labels.js';
import type { Reading } from './reading.js';
import { sliceSpan, trimSpan, type Span } from './span.js';

function optionFrom(span: Span, marker: OptionMarker, from: number, to: number): DraftOption {
  const start = from + marker.from;
  return {
    family: marker.family,
    ordinal: marker.ordinal,
    label: marker.label,
    marked: marker.marked,
    labelSpan: sliceSpan(span, from, start),
    spans: [trimSpan(sliceSpan(span, start, Math.max(start, to)))],
  };
}

/** Is the next lettered line already the option looked for? Then it cannot stand inside this line. */
function opensNext(next: Reading | undefined, family: LabelFamily, ordinal: number): boolean {
  return next?.option?.family === family && next.option.ordinal === ordinal;
}

/**
 * The options of one line that starts with an option: `A. x   B. y   C. z`. Letters after a tab or wide
 * space are sure; after one space they count unless the next line starts with that very letter.
 */
export function splitOptions(
  span: Span,
  first: OptionMarker,
  next: Reading | undefined,
): DraftOption[] {
  const options: DraftOption[] = [];
  let marker = first;
  let at = 0;
  for (;;) {
    const ordinal = marker.ordinal + 1;
    const found = findNextLabel(span.text, at + marker.from, marker.family, ordinal);
    const inner = found && matchOptionLabel(span.text.slice(found.at));
    const doubtful = found?.sure === false && opensNext(next, marker.family, ordinal);
    if (!found || !inner || doubtful || inner.family !== marker.family) {
      options.push(optionFrom(span, marker, at, span.text.length));
      return options;
    }
    const start = markStart(span.text, found.at);
    options.push(optionFrom(span, marker, at, start));
    marker = inner;
    at = start;
  }
}

/** A mark before a label belongs to the label, not to the option before it. */
function markStart(text: string, at: number): number {
  const before = /[*✓✔]\s?$/u.exec(text.slice(0, at));
  return before ? before.index : at;
}

/**
 * Where options begin inside a line that starts as a stem: `Which? A. x   B. y`, or with B opening the
 * next line. Null when the line is only a stem.
 */
export function findInlineOptions(span: Span, next: Reading | undefined): number | null {
  for (const family of ['upper', 'lower'] as const) {
    const first = findNextLabel(span.text, 0, family, 1);
    if (!first) continue;
    const second = findNextLabel(span.text, first.at + 1, family, 2);
    if ((first.sure && second?.sure) || opensNext(next, family, 2)) return first.at;
  }
  return null;
}
