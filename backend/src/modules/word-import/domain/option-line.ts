import type { DraftOption } from './draft-option.js';
import {
  alphabetsOf,
  findNextLabel,
  matchOptionLabel,
  mayHoldLabel,
  placesOf,
  type LabelFamily,
  type OptionMarker,
} from './labels.js';
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
  if (!next?.option) return false;
  return placesOf(next.option).some(
    (place) => place.ordinal === ordinal && (place.family === family || place.family === 'list'),
  );
}

interface InnerLabel {
  at: number;
  marker: OptionMarker;
}

/** How far a label may jump in a line of options set out in columns: `a. … c. … e. …`. */
const longestJump = 4;

function labelAt(
  text: string,
  at: number,
  family: LabelFamily,
  ordinal: number,
): InnerLabel | null {
  const number = family === 'number' ? /^\d+\s?[.)．、）]\s*/.exec(text.slice(at)) : null;
  if (number) {
    const label = String(ordinal);
    return { at, marker: { family, ordinal, label, marked: false, from: number[0].length } };
  }
  const marker = matchOptionLabel(text.slice(at));
  const place = marker && placesOf(marker).find((other) => other.family === family);
  return place?.ordinal === ordinal
    ? { at, marker: { ...marker, ...place } as OptionMarker }
    : null;
}

/** The label after `marker` within a line: the next letter, or one further on that columns allow. */
function findInner(
  text: string,
  from: number,
  marker: OptionMarker,
  next: Reading | undefined,
  elsewhere: (ordinal: number) => boolean,
): InnerLabel | null {
  if (!mayHoldLabel(text, from)) return null;
  for (const { family, ordinal } of alphabetsOf(marker)) {
    for (let jump = 1; jump <= longestJump; jump += 1) {
      if (jump > 1 && !elsewhere(ordinal + jump - 1)) break;
      const wanted = ordinal + jump;
      const found = findNextLabel(text, from, family, wanted);
      const surely = found && jump === 1 && marker.family !== 'list' && family !== 'number';
      if (!found || (!found.sure && (!surely || opensNext(next, family, wanted)))) continue;
      const inner = labelAt(text, found.at, family, wanted);
      if (inner) return inner;
    }
  }
  return null;
}

/**
 * The options of one line that starts with an option: `A. x   B. y   C. z`. Letters after a tab or wide
 * space are sure; after one space they count unless the next line starts with that very letter. Letters
 * may jump only over those that stand `elsewhere`: options set out in columns.
 */
export function splitOptions(
  span: Span,
  first: OptionMarker,
  next: Reading | undefined,
  elsewhere: (ordinal: number) => boolean = () => false,
): DraftOption[] {
  const options: DraftOption[] = [];
  let marker = first;
  let at = 0;
  for (;;) {
    const inner = findInner(span.text, at + marker.from, marker, next, elsewhere);
    if (!inner) {
      options.push(optionFrom(span, marker, at, span.text.length));
      return options;
    }
    const start = markStart(span.text, inner.at);
    options.push(optionFrom(span, marker, at, start));
    marker = { ...inner.marker, from: inner.marker.from + inner.at - start };
    at = start;
  }
}

/** A mark before a label belongs to the label, not to the option before it. */
function markStart(text: string, at: number): number {
  const before = /[*✓✔]\s?$/u.exec(text.slice(0, at));
  return before ? before.index : at;
}

const latin = ['upper', 'lower'] as const;
const inlineFamilies = [
  ...latin,
  ...(['cyrillicUpper', 'cyrillicLower', 'circled', 'arabic', 'arabicSchool'] as const),
  ...(['persian', 'hebrew', 'greekUpper', 'greekLower', 'thai', 'hangul', 'katakana'] as const),
];

/** `18. A. went`: a gap to be filled, whose options begin right after its number. */
export function opensAtOnce(span: Span, next: Reading | undefined): boolean {
  const first = matchOptionLabel(span.text);
  if (first?.ordinal !== 1) return false;
  const [, second] = splitOptions(span, first, next);
  return second !== undefined || opensNext(next, first.family, 2);
}

/**
 * Where options begin inside a line that starts as a stem: `Which? A. x   B. y`, or with B opening the
 * next line. Null when the line is only a stem.
 */
export function findInlineOptions(span: Span, next: Reading | undefined): number | null {
  if (!mayHoldLabel(span.text, 0)) return null;
  for (const family of /[^ -~\t]/.test(span.text) ? inlineFamilies : latin) {
    const first = findNextLabel(span.text, 0, family, 1);
    if (!first) continue;
    const second = findNextLabel(span.text, first.at + 1, family, 2);
    if ((first.sure && second?.sure) || opensNext(next, family, 2)) return first.at;
  }
  return null;
}

/** `True / False` on one line as options: each `from` and `to` is a place in the line. */
export function pairOptions(
  span: Span,
  pair: readonly { from: number; to: number }[],
): DraftOption[] {
  return pair.map(({ from, to }, position) => ({
    family: 'pair',
    ordinal: position + 1,
    label: '',
    marked: false,
    labelSpan: sliceSpan(span, 0, 0),
    spans: [sliceSpan(span, from, to)],
  }));
}
