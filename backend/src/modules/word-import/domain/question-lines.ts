import { claim, type Draft } from './draft.js';
import type { Gathering } from './gathering.js';
import { matchOptionLabel, type OptionMarker } from './labels.js';
import { isGap, nextReading, startsSoon } from './lookahead.js';
import { findInlineOptions, pairOptions, splitOptions } from './option-line.js';
import { isMissing } from './option-rules.js';
import { isQuestionMetadata } from './question-metadata.js';
import type { Reading } from './reading.js';
import type { Readings } from './readings.js';
import { isBlank, sliceSpan, trimSpan, type Span } from './span.js';
import { takeAnnouncedKey, takeInlineKey } from './take-inline-key.js';

/** `Question 3 - single choice, shuffle`: the text is on the next line. */
const opensWithSettings = ({ marker, stem }: Draft, { text }: Span): boolean =>
  marker?.style === 'keyword' && stem.length === 0 && isQuestionMetadata(text);

/** Adds a line to the draft's stem, or to one of its options, as it is. */
export function pushTo(list: Span[], draft: Draft, span: Span): void {
  if (!isBlank(span)) list.push(trimSpan(span));
  claim(draft, span);
}

/** What the lines of a stem and of options put into the question that is being gathered. */
export class QuestionLines {
  constructor(
    private readonly gathering: Gathering,
    private readonly readings: Readings,
  ) {}

  /** A stem's line, which may hold the first options and the answer too. */
  takeStem(draft: Draft, line: Span, index: number): void {
    if (opensWithSettings(draft, line)) return claim(draft, line);
    const span = takeInlineKey(draft, line, this.readings.conventions);
    const next = nextReading(this.readings, index);
    const isOnlyGap = draft.stem.length === 0 && isGap(this.readings, index, span);
    const inline = isOnlyGap ? 0 : findInlineOptions(span, next);
    const at = next?.role ? null : inline;
    const rest = at === null ? null : sliceSpan(span, at);
    const marker = rest && matchOptionLabel(rest.text);
    draft.stem.push(marker && at !== null ? trimSpan(sliceSpan(span, 0, at)) : span);
    if (rest && marker) this.addOptions(rest, marker, index);
    claim(draft, span);
  }

  /** A line below the stem, before any option that says of itself that it is one. */
  takeBody(draft: Draft, reading: Reading, index: number): void {
    const span = trimSpan(reading.span);
    if (reading.role) pushTo(draft.stem, draft, span);
    else if (!reading.pair) this.takeStem(draft, span, index);
    else {
      draft.options.push(...pairOptions(reading.span, reading.pair));
      draft.closed = true;
      claim(draft, span);
    }
  }

  /** A line that starts with an option and may hold more of them. */
  addOptions(line: Span, marker: OptionMarker, index: number): void {
    const { draft } = this.gathering;
    if (!draft) return;
    const span = takeAnnouncedKey(draft, line);
    const previous = draft.options.at(-1);
    previous?.spans.push(...draft.pending);
    claim(draft, span, ...draft.pending);
    draft.pending = [];
    const next = nextReading(this.readings, index);
    const options = splitOptions(span, marker, next, (ordinal) =>
      this.standsElsewhere(draft, ordinal, index),
    );
    draft.options.push(...options);
    draft.columns ||= options.some(({ ordinal }, at) => ordinal > marker.ordinal + at);
    this.gathering.loose = [];
    this.gathering.gap = false;
  }

  /** May a letter be jumped over, because it was read before or begins one of the next lines? */
  private standsElsewhere(draft: Draft, ordinal: number, index: number): boolean {
    const read = draft.options.some((option) => option.ordinal === ordinal);
    return read || isMissing(draft, ordinal) || startsSoon(this.readings, index, ordinal);
  }
}
