import { claim, isStemOpen, newDraft, type Draft } from './draft.js';
import { opensAnswers, settleEssay } from './essay-section.js';
import { dropLeadingPoints, takeLeadingKeys, takeLeadingPoints } from './field-lines.js';
import { inLetterOrder, takeTail } from './option-rules.js';
import { serves, shareOptions } from './passages.js';
import type { Passage } from './passage.js';
import type { QuestionMarker } from './question-marker.js';
import type { NumberingState } from './question-rules.js';
import type { Reading } from './reading.js';
import { emptyRemainder, type Remainder } from './remainder.js';
import { trimSpan, type Span } from './span.js';

/** Loose lines are always the last ones of the list they are in. */
function dropTail(list: Span[], taken: ReadonlySet<Span>): void {
  for (let last = list.at(-1); last && taken.has(last); last = list.at(-1)) list.pop();
}

/** The question whose lines are being gathered, when it begins and ends, and what stands around it. */
export class Gathering implements NumberingState {
  draft: Draft | null = null;
  last: QuestionMarker | null = null;
  innerNext: number | null = null;
  readonly rest = emptyRemainder();
  /** Lines since the last empty one that could be the stem of an unnumbered question. */
  loose: Span[] = [];
  /** Has an empty line or an answer come since the last option? */
  gap = false;
  /** Are the numbered lines here to be answered at length? Never where the answers are told. */
  private essays: 'no' | 'here' | 'over' = 'no';
  /** Has there been a question yet? */
  private begun = false;
  /** What was announced last for several questions, until the last of them. */
  private passage: Passage | null = null;

  /** `onDraft` is given each question as soon as it is complete. */
  constructor(private readonly onDraft: (draft: Draft) => void) {}

  begin(draft: Draft): void {
    this.end();
    this.draft = draft;
    draft.essay = this.essays === 'here';
    draft.aside = draft.essay ? 'essays' : null;
    draft.section = this.section();
    takeLeadingPoints(draft, this.rest);
    takeLeadingKeys(draft, this.rest);
    this.rest.keysAnnounced = false;
    draft.passage = this.passageFor(draft.marker);
    this.begun = true;
    this.innerNext = null;
    this.loose = [];
  }

  /** Options without a numbered stem: the lines right before them are the stem. */
  beginUnnumbered(): void {
    const stem = this.loose;
    const taken = new Set(stem);
    const announced = this.announcedPassage()?.lines ?? [];
    const pending = this.draft?.pending ?? [];
    for (const list of [this.rest.preamble, this.rest.leftovers, announced, pending]) {
      dropTail(list, taken);
    }
    const next = newDraft(null);
    this.begin(next);
    next.stem.push(...stem);
    claim(next, ...stem);
  }

  end(): void {
    const { draft } = this;
    this.draft = null;
    if (!draft) return;
    takeTail(draft);
    this.rest.leftovers.push(...draft.pending);
    draft.pending = [];
    shareOptions(draft);
    inLetterOrder(draft);
    settleEssay(draft);
    this.onDraft(draft);
  }

  /** Questions that were read elsewhere, all lines of each at once. */
  addWhole(drafts: readonly Draft[]): void {
    this.end();
    for (const draft of drafts) {
      draft.section = this.section();
      this.onDraft(draft);
    }
    this.begun = true;
    this.loose = [];
  }

  /** There are no more lines: all that is in no question. */
  finish(): Remainder {
    this.end();
    dropLeadingPoints(this.rest);
    this.rest.orphanKeys.push(...this.rest.leadingKeys.map(({ span }) => span));
    return this.rest;
  }

  dropLoose(): void {
    this.loose = [];
    this.gap = true;
  }

  takeHeading(span: Span): void {
    if (this.essays !== 'over') this.essays = 'no';
    this.rest.headings.push(span);
    const { draft } = this;
    // What follows the heading is of no question that has its answer.
    if (draft && draft.keys.length + draft.explanation.length > 0) this.end();
    else if (draft && draft.options.length > 0) draft.closed = true;
    this.loose = [];
  }

  /** May a heading be read as one of questions to be answered at length, where this line comes next? */
  mayOpenEssays({ span, option }: Reading): boolean {
    const { draft } = this;
    if (this.rest.endKeys.length > 0 || opensAnswers(span.text)) this.essays = 'over';
    if (this.essays === 'over' || isStemOpen(draft)) return false;
    return !draft || draft.closed || option?.ordinal !== draft.options.length + 1;
  }

  openEssays(heading: Span): void {
    this.takeHeading(heading);
    this.essays = 'here';
  }

  isNextEssay({ value, style }: QuestionMarker): boolean {
    const { draft, last, innerNext } = this;
    if (this.essays !== 'here' || value === innerNext) return false;
    if (draft?.aside !== 'essays') return value === 1 || value === (last?.value ?? 0) + 1;
    return draft.marker?.style === style && value === draft.marker.value + 1;
  }

  /** What the questions from here on share. */
  announce(passage: Passage): void {
    this.end();
    this.passage = passage;
    this.rest.passages.push(passage);
    this.loose = [];
  }

  /** The passage announced last, where it has no question yet that it serves. */
  announcedPassage(): Passage | null {
    return this.draft === null ? this.passage : null;
  }

  /** The passage announced last, until a question comes that it does not serve. */
  currentPassage(): Passage | null {
    return this.passage;
  }

  /** A line that says nothing of itself: of the last option, the explanation, or of nothing so far. */
  takeText(reading: Reading): void {
    const { draft } = this;
    const span = trimSpan(reading.span);
    if (!draft) this.takeOutside(reading, span);
    else if (!draft.closed && draft.options.at(-1)?.spans.at(-1)?.paragraph === span.paragraph) {
      draft.options.at(-1)?.spans.push(span);
    } else if (draft.essay && draft.closed) {
      draft.explanation.push(span);
      claim(draft, span);
    } else if (draft.explanation.at(-1)?.paragraph === span.paragraph) draft.explanation.push(span);
    else {
      draft.pending.push(span);
      this.loose.push(span);
    }
  }

  private takeOutside({ option }: Reading, span: Span): void {
    const outside = this.begun ? this.rest.leftovers : this.rest.preamble;
    (this.announcedPassage()?.lines ?? outside).push(span);
    // An option that has no question is not the text of one.
    if (option?.family !== 'box') this.loose.push(span);
  }

  private section(): Span | null {
    return this.rest.headings.at(-1) ?? null;
  }

  /** What the question shares; over once a number comes that it does not serve. */
  private passageFor(marker: QuestionMarker | null): Passage | null {
    if (this.passage && !(marker && serves(this.passage, marker.value))) this.passage = null;
    return this.passage;
  }
}
