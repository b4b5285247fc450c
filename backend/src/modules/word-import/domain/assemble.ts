import { claim, isStemOpen, newDraft, type Draft } from './draft.js';
import { dropLeadingPoints, takeField, takeLeadingKeys, takeLeadingPoints } from './field-lines.js';
import {
  anotherListFollows,
  firstOptionFollows,
  isGap,
  nextReading,
  romanOptionsStart,
  secondOptionFollows,
  startsSoon,
} from './lookahead.js';
import { opensAnswers, opensEssays, settleEssay } from './essay-section.js';
import { isOptionOfLetters, readListedAnswer } from './listed-answers.js';
import { readMatching } from './matching.js';
import type { NumberingStyles } from './numbering-styles.js';
import {
  following,
  takeTail,
  gluedOption,
  inLetterOrder,
  isMissing,
  numberedOption,
  opening,
} from './option-rules.js';
import { findInlineOptions, pairOptions, splitOptions } from './option-line.js';
import { readKeyList } from './key-lists.js';
import { matchOptionLabel, type OptionMarker } from './labels.js';
import {
  choosesFromList,
  openedPassage,
  serves,
  shareOptions,
  takeSharedOption,
} from './passages.js';
import type { Passage } from './passage.js';
import { matchQuestionLabel, type QuestionMarker } from './question-marker.js';
import { numberedRole, type NumberingState } from './question-rules.js';
import { isQuestionMetadata } from './question-metadata.js';
import { type Reading } from './reading.js';
import type { Readings } from './readings.js';
import type { LineRole } from './roles.js';
import { emptyRemainder, type EndKey, type Remainder } from './remainder.js';
import { isBlank, sliceSpan, trimSpan, type Span } from './span.js';
import { takeAnnouncedKey, takeInlineKey } from './take-inline-key.js';

/** Loose lines are always the last ones of the list they are in. */
function dropTail(list: Span[], taken: ReadonlySet<Span>): void {
  for (let last = list.at(-1); last && taken.has(last); last = list.at(-1)) list.pop();
}

/** Is there text, or at least a number that Word shows? */
const isSeen = ({ blank, span }: Reading): boolean => !blank || span.paragraph.numbering !== null;
/** `Question 3 - single choice, shuffle`: the text is on the next line. */
const opensWithSettings = ({ marker, stem }: Draft, { text }: Span): boolean =>
  marker?.style === 'keyword' && stem.length === 0 && isQuestionMetadata(text);

/** Gathers lines into questions. Each line is looked at once, with a bounded look ahead. */
export class Assembler {
  private readonly rest = emptyRemainder();
  private readonly state: NumberingState = { draft: null, last: null, innerNext: null };
  /** Lines since the last empty one that could be the stem of an unnumbered question. */
  private loose: Span[] = [];
  /** Has an empty line or an answer come since the last option? */
  private gap = false;
  /** Has there been a question yet? */
  private begun = false;
  /** Are the numbered lines here to be answered at length? Never where the answers are told. */
  private essays: 'no' | 'here' | 'over' = 'no';
  /** What was announced last for several questions, until the last of them. */
  private passage: Passage | null = null;

  /** `onDraft` is given each question as soon as it is complete. */
  constructor(
    private readonly readings: Readings,
    private readonly styles: NumberingStyles,
    private readonly onDraft: (draft: Draft) => void,
    /** Answer lines belong to the question after them. */
    private readonly answersLead = false,
  ) {}

  run(): Remainder {
    for (let index = 0; index < this.readings.length; index += 1) {
      const reading = this.readings.at(index);
      const last = this.takeMatching(index);
      if (last !== null) index = last;
      else if (reading) this.take(reading, index);
    }
    this.endDraft();
    dropLeadingPoints(this.rest);
    this.rest.orphanKeys.push(...this.rest.leadingKeys.map(({ span }) => span));
    return this.rest;
  }

  private take(reading: Reading, index: number): void {
    if (reading.role) this.takeDeclared(reading, reading.role, index);
    else if (reading.blank) this.takeBlank(reading, index);
    else if (this.takeKeyList(reading)) this.dropLoose();
    else if (this.openPassage(reading, index)) return;
    else if (this.opensEssays(reading, index)) this.takeHeading(reading.span, 'here');
    else if (takeField(reading, this.state.draft, this.rest, this.answersLead)) this.dropLoose();
    else if (reading.question && this.takeNumbered(reading, reading.question, index)) return;
    else if (this.takeOption(reading, index)) return;
    else if (reading.heading && !isStemOpen(this.state.draft)) this.takeHeading(reading.span);
    else this.takeText(reading, index);
  }

  private opensEssays({ span, option }: Reading, index: number): boolean {
    const { draft, last } = this.state;
    if (this.rest.endKeys.length > 0 || opensAnswers(span.text)) this.essays = 'over';
    if (this.essays === 'over' || isStemOpen(this.state.draft)) return false;
    const isOption = draft && !draft.closed && option?.ordinal === draft.options.length + 1;
    return !isOption && opensEssays(this.readings, index, last?.value ?? 0);
  }

  /** The questions of a matching exercise, which take all its lines; the position of the last one. */
  private takeMatching(index: number): number | null {
    const matching = readMatching(this.readings, index);
    if (!matching) return null;
    this.endDraft();
    for (const draft of matching.drafts) {
      draft.section = this.rest.headings.at(-1) ?? null;
      this.onDraft(draft);
    }
    this.begun = true;
    this.loose = [];
    return matching.last;
  }

  /** A line whose surroundings say what it is. */
  private takeDeclared(reading: Reading, role: LineRole, index: number): void {
    const { question, option } = reading;
    const span = 'to' in role ? sliceSpan(reading.span, 0, role.to) : reading.span;
    if (question) this.startNumbered(span, question, index);
    else if (option) this.takeDeclaredOption(reading, option, index);
    else if (!this.takePart(role, span) && isSeen(reading)) {
      const { draft } = this.state;
      if (!takeField(reading, draft, this.rest, this.answersLead)) this.takeText(reading, index);
    }
    const { draft } = this.state;
    if (role.kind !== 'question' || !draft) return;
    draft.keyFix = role.keyFix ?? null;
    draft.unsure = role.unsure ?? null;
  }

  /** Takes what is said to be a part of something, where there is that something. */
  private takePart(role: LineRole, span: Span): boolean {
    const { draft } = this.state;
    if (role.kind === 'endKeys') {
      this.takeListedKeys(role.entries);
      this.rest.parts.push(span);
    } else if (role.kind === 'part') {
      if (draft) claim(draft, span);
      else this.rest.parts.push(span);
    } else if (role.kind === 'stem' && draft) this.pushTo(draft.stem, draft, span);
    else if (role.kind === 'optionText' && draft)
      this.pushTo(draft.options.at(-1)?.spans ?? draft.stem, draft, span);
    else return false;
    return true;
  }

  private pushTo(list: Span[], draft: Draft, span: Span): void {
    if (!isBlank(span)) list.push(trimSpan(span));
    claim(draft, span);
  }

  private takeDeclaredOption(reading: Reading, option: OptionMarker, index: number): void {
    const { draft } = this.state;
    const opens = option.ordinal === 1 && (!draft || draft.closed || draft.options.length > 0);
    if (opens && this.loose.length > 0) this.startUnnumbered();
    const open = this.state.draft;
    if (open) {
      open.columns ||= option.ordinal < (open.options.at(-1)?.ordinal ?? 0);
      this.addOptions(reading.span, option, index);
    } else this.takeText(reading, index);
  }

  /** `1. B 2. C 3. D` on one line, or `Answer 2: B`: answers that say themselves of which question they are. */
  private takeKeyList({ span, ignored }: Reading): boolean {
    const { draft } = this.state;
    if (ignored === 'LEFT_OUT_BY_CHOICE') return false;
    const shares = (draft?.passage?.options.length ?? 0) > 1;
    if (draft && !shares && draft.options.length + draft.keys.length === 0) return false;
    const entries = readKeyList(span.text);
    if (!entries) return false;
    const [first, second] = entries;
    if (draft && first && !second && draft.marker?.value === first.number) {
      draft.keys.push({ value: first.value, span });
      draft.closed = true;
      claim(draft, span);
    } else this.takeListedKeys(entries.map((key) => ({ ...key, span, explanation: [] })));
    return true;
  }

  private takeListedKeys(entries: readonly EndKey[]): void {
    this.endDraft();
    for (const entry of entries) {
      if (this.readings.isLeftOut(entry.span.paragraph.index)) continue;
      this.rest.endKeys.push({ ...entry, explanation: [...entry.explanation] });
    }
  }

  /** A number with nothing beside it starts a question, when it is the next and options follow at once. */
  private takeBlank({ span, question }: Reading, index: number): void {
    const next = this.state.last && question?.value === this.state.last.value + 1;
    const option = next ? nextReading(this.readings, index)?.option : null;
    if (question && option?.ordinal === 1) this.startNumbered(span, question, index);
    else this.dropLoose();
  }

  private takeNumbered(reading: Reading, marker: QuestionMarker, index: number): boolean {
    if (this.takeListedAnswer(reading, marker, index)) return true;
    const listed = choosesFromList(this.passage, marker.value, this.state.last?.value ?? 0);
    const role =
      listed || this.isNextEssay(marker)
        ? 'question'
        : numberedRole(this.state, marker, this.readings, index, this.styles);
    if (role === 'question') this.startNumbered(reading.span, marker, index);
    else if (role === 'option') {
      this.addOptions(reading.span, numberedOption(marker, reading.span.text), index);
    } else {
      const { draft, innerNext } = this.state;
      const inner = draft && draft.options.length === 0 && marker.value === (innerNext ?? 1);
      if (inner) this.state.innerNext = marker.value + 1;
      return false;
    }
    return true;
  }

  private isNextEssay({ value, style }: QuestionMarker): boolean {
    const { draft, last, innerNext } = this.state;
    if (this.essays !== 'here' || value === innerNext) return false;
    if (draft?.aside !== 'essays') return value === 1 || value === (last?.value ?? 0) + 1;
    return draft.marker?.style === style && value === draft.marker.value + 1;
  }

  private takeListedAnswer(reading: Reading, marker: QuestionMarker, index: number): boolean {
    const { readings, styles, rest } = this;
    if (isOptionOfLetters(this.state.draft, marker, readings, index, styles)) return false;
    const place = { styles, announcedAbove: rest.keysAnnounced };
    const key = readListedAnswer(reading, marker, readings, index, place);
    if (!key) return false;
    this.endDraft();
    rest.endKeys.push(key);
    return true;
  }

  private startNumbered(span: Span, marker: QuestionMarker, index: number): void {
    this.endDraft();
    const draft = newDraft(marker);
    this.begin(draft);
    if (marker.label !== '') this.state.last = marker;
    const rest = sliceSpan(span, marker.from);
    const old = this.styles.doubled ? matchQuestionLabel(rest.text) : null;
    this.takeStem(draft, trimSpan(sliceSpan(rest, old?.from ?? 0)), index);
    claim(draft, span);
  }

  private begin(draft: Draft): void {
    this.state.draft = draft;
    draft.essay = this.essays === 'here';
    draft.aside = draft.essay ? 'essays' : null;
    draft.section = this.rest.headings.at(-1) ?? null;
    takeLeadingPoints(draft, this.rest);
    takeLeadingKeys(draft, this.rest);
    this.rest.keysAnnounced = false;
    draft.passage = this.passageFor(draft.marker);
    this.begun = true;
    this.state.innerNext = null;
    this.loose = [];
  }

  /** A stem's line, which may hold the first options and the answer too. */
  private takeStem(draft: Draft, line: Span, index: number): void {
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

  private takeOption(reading: Reading, index: number): boolean {
    const shared = this.gathering();
    if (shared && takeSharedOption(shared, reading, this.readings, index)) return true;
    const { span } = reading;
    const { draft } = this.state;
    const option = reading.option ?? gluedOption(draft, span.text);
    if (!option || (isStemOpen(this.state.draft) && firstOptionFollows(this.readings, index)))
      return false;
    const apart = option.family === 'box' && this.gap && this.loose.length > 0;
    const goesOn = draft !== null && !draft.closed && draft.options.length > 0 && !apart;
    const next = goesOn ? following(draft, option) : null;
    if (next) {
      this.addOptions(span, next, index);
      return true;
    }
    const first = opening(option, () => romanOptionsStart(this.readings, index));
    if (!first) return false;
    const isOpen = draft !== null && !draft.closed && draft.options.length === 0;
    if (isOpen && anotherListFollows(this.readings, index, this.styles)) return false;
    if (!isOpen && !this.opensUnnumbered(index)) return false;
    if (!isOpen) this.startUnnumbered();
    this.addOptions(span, first, index);
    return true;
  }

  private opensUnnumbered(index: number): boolean {
    return this.loose.length > 0 && secondOptionFollows(this.readings, index);
  }

  /** Options without a numbered stem: the lines right before them are the stem. */
  private startUnnumbered(): void {
    const stem = this.loose;
    const taken = new Set(stem);
    const { draft } = this.state;
    const gathered = this.gathering()?.lines ?? [];
    for (const list of [this.rest.preamble, this.rest.leftovers, gathered, draft?.pending ?? []]) {
      dropTail(list, taken);
    }
    this.endDraft();
    const next = newDraft(null);
    this.begin(next);
    next.stem.push(...stem);
    claim(next, ...stem);
  }

  private addOptions(line: Span, marker: OptionMarker, index: number): void {
    const { draft } = this.state;
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
    this.loose = [];
    this.gap = false;
  }

  /** May a letter be jumped over, because it was read before or begins one of the next lines? */
  private standsElsewhere(draft: Draft, ordinal: number, index: number): boolean {
    const read = draft.options.some((option) => option.ordinal === ordinal);
    return read || isMissing(draft, ordinal) || startsSoon(this.readings, index, ordinal);
  }

  /** `Questions 5 to 8 refer to …`, where the questions so far are before those. */
  private openPassage(reading: Reading, index: number): boolean {
    const { draft, last } = this.state;
    const opened = openedPassage(this.readings, index);
    if (!opened) return false;
    const isStem = draft !== null && !draft.closed && draft.options.length === 0;
    if (isStem && (last === null || last.value >= opened.first)) return false;
    if (reading.heading) {
      this.takeHeading(reading.span);
      opened.lines = [];
    }
    this.endDraft();
    this.passage = opened;
    this.rest.passages.push(opened);
    this.loose = [];
    return true;
  }

  /** Is there an announced passage, and no question yet that it serves? */
  private gathering(): Passage | null {
    return this.state.draft === null ? this.passage : null;
  }

  /** What the question shares; over once a number comes that it does not serve. */
  private passageFor(marker: QuestionMarker | null): Passage | null {
    if (this.passage && !(marker && serves(this.passage, marker.value))) this.passage = null;
    return this.passage;
  }

  private takeHeading(span: Span, essays: 'no' | 'here' = 'no'): void {
    if (this.essays !== 'over') this.essays = essays;
    this.rest.headings.push(span);
    const { draft } = this.state;
    // What follows the heading is of no question that has its answer.
    if (draft && draft.keys.length + draft.explanation.length > 0) this.endDraft();
    else if (draft && draft.options.length > 0) draft.closed = true;
    this.loose = [];
  }

  private takeText(reading: Reading, index: number): void {
    const { draft } = this.state;
    const span = trimSpan(reading.span);
    if (!draft) {
      const outside = this.begun ? this.rest.leftovers : this.rest.preamble;
      (this.gathering()?.lines ?? outside).push(span);
      // An option that has no question is not the text of one.
      if (reading.option?.family !== 'box') this.loose.push(span);
    } else if (draft.options.length === 0 && !draft.closed)
      this.takeBody(draft, reading, span, index);
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

  private takeBody(draft: Draft, reading: Reading, span: Span, index: number): void {
    if (reading.role) this.pushTo(draft.stem, draft, span);
    else if (!reading.pair) this.takeStem(draft, span, index);
    else {
      draft.options.push(...pairOptions(reading.span, reading.pair));
      draft.closed = true;
      claim(draft, span);
    }
  }

  private dropLoose(): void {
    this.loose = [];
    this.gap = true;
  }

  private endDraft(): void {
    const { draft } = this.state;
    this.state.draft = null;
    if (!draft) return;
    takeTail(draft);
    this.rest.leftovers.push(...draft.pending);
    draft.pending = [];
    shareOptions(draft);
    inLetterOrder(draft);
    settleEssay(draft);
    this.onDraft(draft);
  }
}
