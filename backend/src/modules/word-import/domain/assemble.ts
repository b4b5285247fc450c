import { claim, isStemOpen, newDraft, type Draft } from './draft.js';
import { takeField } from './field-lines.js';
import {
  anotherListFollows,
  firstOptionFollows,
  nextReading,
  romanOptionsStart,
  secondOptionFollows,
} from './lookahead.js';
import { opensEssays } from './essay-section.js';
import { Gathering } from './gathering.js';
import { isOptionOfLetters, readListedAnswer } from './listed-answers.js';
import { readMatching } from './matching.js';
import type { NumberingStyles } from './numbering-styles.js';
import { following, gluedOption, numberedOption, opening } from './option-rules.js';
import { readKeyList } from './key-lists.js';
import type { OptionMarker } from './labels.js';
import { choosesFromList, openedPassage, takeSharedOption } from './passages.js';
import { pushTo, QuestionLines } from './question-lines.js';
import { matchQuestionLabel, type QuestionMarker } from './question-marker.js';
import { numberedRole } from './question-rules.js';
import type { Reading } from './reading.js';
import type { Readings } from './readings.js';
import type { LineRole } from './roles.js';
import type { EndKey, Remainder } from './remainder.js';
import { sliceSpan, trimSpan, type Span } from './span.js';

/** Is there text, or at least a number that Word shows? */
const isSeen = ({ blank, span }: Reading): boolean => !blank || span.paragraph.numbering !== null;

/** Gathers lines into questions. Each line is looked at once, with a bounded look ahead. */
export class Assembler {
  private readonly gathering: Gathering;
  private readonly lines: QuestionLines;

  /** `onDraft` is given each question as soon as it is complete. */
  constructor(
    private readonly readings: Readings,
    private readonly styles: NumberingStyles,
    onDraft: (draft: Draft) => void,
    /** Answer lines belong to the question after them. */
    private readonly answersLead = false,
  ) {
    this.gathering = new Gathering(onDraft);
    this.lines = new QuestionLines(this.gathering, readings);
  }

  run(): Remainder {
    for (let index = 0; index < this.readings.length; index += 1) {
      const reading = this.readings.at(index);
      const last = this.takeMatching(index);
      if (last !== null) index = last;
      else if (reading) this.take(reading, index);
    }
    return this.gathering.finish();
  }

  private take(reading: Reading, index: number): void {
    const { gathering } = this;
    if (reading.role) this.takeDeclared(reading, reading.role, index);
    else if (reading.blank) this.takeBlank(reading, index);
    else if (this.takeKeyList(reading)) gathering.dropLoose();
    else if (this.openPassage(reading, index)) return;
    else if (this.opensEssays(reading, index)) gathering.openEssays(reading.span);
    else if (this.takeField(reading)) gathering.dropLoose();
    else if (reading.question && this.takeNumbered(reading, reading.question, index)) return;
    else if (this.takeOption(reading, index)) return;
    else if (reading.heading && !isStemOpen(gathering.draft)) gathering.takeHeading(reading.span);
    else this.takeText(reading, index);
  }

  private opensEssays(reading: Reading, index: number): boolean {
    if (!this.gathering.mayOpenEssays(reading)) return false;
    return opensEssays(this.readings, index, this.gathering.last?.value ?? 0);
  }

  private takeField(reading: Reading): boolean {
    const { draft, rest } = this.gathering;
    return takeField(reading, draft, rest, this.answersLead);
  }

  /** The questions of a matching exercise, which take all its lines; the position of the last one. */
  private takeMatching(index: number): number | null {
    const matching = readMatching(this.readings, index);
    if (!matching) return null;
    this.gathering.addWhole(matching.drafts);
    return matching.last;
  }

  /** A line whose surroundings say what it is. */
  private takeDeclared(reading: Reading, role: LineRole, index: number): void {
    const { question, option } = reading;
    const span = 'to' in role ? sliceSpan(reading.span, 0, role.to) : reading.span;
    if (question) this.startNumbered(span, question, index);
    else if (option) this.takeDeclaredOption(reading, option, index);
    else if (!this.takePart(role, span) && isSeen(reading) && !this.takeField(reading)) {
      this.takeText(reading, index);
    }
    const { draft } = this.gathering;
    if (role.kind !== 'question' || !draft) return;
    draft.keyFix = role.keyFix ?? null;
    draft.unsure = role.unsure ?? null;
  }

  /** Takes what is said to be a part of something, where there is that something. */
  private takePart(role: LineRole, span: Span): boolean {
    const { draft, rest } = this.gathering;
    if (role.kind === 'endKeys') {
      this.takeListedKeys(role.entries);
      rest.parts.push(span);
    } else if (role.kind === 'part') {
      if (draft) claim(draft, span);
      else rest.parts.push(span);
    } else if (role.kind === 'stem' && draft) pushTo(draft.stem, draft, span);
    else if (role.kind === 'optionText' && draft)
      pushTo(draft.options.at(-1)?.spans ?? draft.stem, draft, span);
    else return false;
    return true;
  }

  private takeDeclaredOption(reading: Reading, option: OptionMarker, index: number): void {
    const { draft } = this.gathering;
    const opens = option.ordinal === 1 && (!draft || draft.closed || draft.options.length > 0);
    if (opens && this.gathering.loose.length > 0) this.gathering.beginUnnumbered();
    const open = this.gathering.draft;
    if (open) {
      open.columns ||= option.ordinal < (open.options.at(-1)?.ordinal ?? 0);
      this.lines.addOptions(reading.span, option, index);
    } else this.takeText(reading, index);
  }

  /** `1. B 2. C 3. D` on one line, or `Answer 2: B`: answers that say themselves of which question they are. */
  private takeKeyList({ span, ignored }: Reading): boolean {
    const { draft } = this.gathering;
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
    const { gathering } = this;
    gathering.end();
    for (const entry of entries) {
      if (this.readings.isLeftOut(entry.span.paragraph.index)) continue;
      gathering.rest.endKeys.push({ ...entry, explanation: [...entry.explanation] });
    }
  }

  /** A number with nothing beside it starts a question, when it is the next and options follow at once. */
  private takeBlank({ span, question }: Reading, index: number): void {
    const { last } = this.gathering;
    const next = last && question?.value === last.value + 1;
    const option = next ? nextReading(this.readings, index)?.option : null;
    if (question && option?.ordinal === 1) this.startNumbered(span, question, index);
    else this.gathering.dropLoose();
  }

  private takeNumbered(reading: Reading, marker: QuestionMarker, index: number): boolean {
    if (this.takeListedAnswer(reading, marker, index)) return true;
    const { gathering, readings, styles } = this;
    const { draft, last, innerNext } = gathering;
    const listed = choosesFromList(gathering.currentPassage(), marker.value, last?.value ?? 0);
    const role =
      listed || gathering.isNextEssay(marker)
        ? 'question'
        : numberedRole(gathering, marker, readings, index, styles);
    if (role === 'question') this.startNumbered(reading.span, marker, index);
    else if (role === 'option') {
      this.lines.addOptions(reading.span, numberedOption(marker, reading.span.text), index);
    } else {
      const inner = draft && draft.options.length === 0 && marker.value === (innerNext ?? 1);
      if (inner) gathering.innerNext = marker.value + 1;
      return false;
    }
    return true;
  }

  private takeListedAnswer(reading: Reading, marker: QuestionMarker, index: number): boolean {
    const { readings, styles, gathering } = this;
    const { rest } = gathering;
    if (isOptionOfLetters(gathering.draft, marker, readings, index, styles)) return false;
    const place = { styles, announcedAbove: rest.keysAnnounced };
    const key = readListedAnswer(reading, marker, readings, index, place);
    if (!key) return false;
    gathering.end();
    rest.endKeys.push(key);
    return true;
  }

  private startNumbered(span: Span, marker: QuestionMarker, index: number): void {
    const draft = newDraft(marker);
    this.gathering.begin(draft);
    if (marker.label !== '') this.gathering.last = marker;
    const rest = sliceSpan(span, marker.from);
    const old = this.styles.doubled ? matchQuestionLabel(rest.text) : null;
    this.lines.takeStem(draft, trimSpan(sliceSpan(rest, old?.from ?? 0)), index);
    claim(draft, span);
  }

  private takeOption(reading: Reading, index: number): boolean {
    const { gathering } = this;
    const shared = gathering.announcedPassage();
    if (shared && takeSharedOption(shared, reading, this.readings, index)) return true;
    const { span } = reading;
    const { draft } = gathering;
    const option = reading.option ?? gluedOption(draft, span.text);
    if (!option || (isStemOpen(draft) && firstOptionFollows(this.readings, index))) return false;
    const apart = option.family === 'box' && gathering.gap && gathering.loose.length > 0;
    const goesOn = draft !== null && !draft.closed && draft.options.length > 0 && !apart;
    const next = goesOn ? following(draft, option) : null;
    if (next) {
      this.lines.addOptions(span, next, index);
      return true;
    }
    const first = opening(option, () => romanOptionsStart(this.readings, index));
    if (!first) return false;
    const isOpen = draft !== null && !draft.closed && draft.options.length === 0;
    if (isOpen && anotherListFollows(this.readings, index, this.styles)) return false;
    if (!isOpen && !this.opensUnnumbered(index)) return false;
    if (!isOpen) gathering.beginUnnumbered();
    this.lines.addOptions(span, first, index);
    return true;
  }

  private opensUnnumbered(index: number): boolean {
    return this.gathering.loose.length > 0 && secondOptionFollows(this.readings, index);
  }

  /** `Questions 5 to 8 refer to …`, where the questions so far are before those. */
  private openPassage(reading: Reading, index: number): boolean {
    const { draft, last } = this.gathering;
    const opened = openedPassage(this.readings, index);
    if (!opened) return false;
    const isStem = draft !== null && !draft.closed && draft.options.length === 0;
    if (isStem && (last === null || last.value >= opened.first)) return false;
    if (reading.heading) {
      this.gathering.takeHeading(reading.span);
      opened.lines = [];
    }
    this.gathering.announce(opened);
    return true;
  }

  private takeText(reading: Reading, index: number): void {
    const { draft } = this.gathering;
    if (draft && draft.options.length === 0 && !draft.closed) {
      this.lines.takeBody(draft, reading, index);
    } else this.gathering.takeText(reading);
  }
}
