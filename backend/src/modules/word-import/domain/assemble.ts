import { claim, newDraft, type Draft } from './draft.js';
import { bodyFollows, nextReading, secondOptionFollows } from './lookahead.js';
import type { NumberingStyles } from './numbering-styles.js';
import { findInlineOptions, splitOptions } from './option-line.js';
import { matchOptionLabel, type OptionMarker } from './labels.js';
import type { QuestionMarker } from './question-marker.js';
import { numberedRole, type NumberingState } from './question-rules.js';
import { answerOf, type Reading, type Readings } from './reading.js';
import { sliceSpan, trimSpan, type Span } from './span.js';

export interface EndKey {
  number: number;
  value: string;
  span: Span;
}

/** Where the lines go that are in no question: with those of the drafts they are all there are. */
export interface Remainder {
  /** Lines before the first question. */
  preamble: Span[];
  headings: Span[];
  /** Left out for a stated reason. */
  ignored: { span: Span; reason: string }[];
  /** `1. B`: answers listed apart from their questions. */
  endKeys: EndKey[];
  /** Answers without any question before them. */
  orphanKeys: Span[];
  leftovers: Span[];
}

const bareLetters = /^[(（]?[A-Ha-h][)）.]?$/u;
/** `(b) - because …` after the options: their letter comes back with an explanation. */
const explainedKey = /^\s*[(（]([A-Ja-j])[)）]\s*[-–—:]\s*(?=\S)/u;

/** Gathers lines into questions. Each line is looked at once, with a bounded look ahead. */
export class Assembler {
  private readonly rest: Remainder = {
    preamble: [],
    headings: [],
    ignored: [],
    endKeys: [],
    orphanKeys: [],
    leftovers: [],
  };
  private readonly state: NumberingState = { draft: null, last: null, innerNext: null };
  /** Lines since the last empty one that could be the stem of an unnumbered question. */
  private loose: Span[] = [];

  /** `onDraft` is given each question as soon as it is complete. */
  constructor(
    private readonly readings: Readings,
    private readonly styles: NumberingStyles,
    private readonly onDraft: (draft: Draft) => void,
  ) {}

  run(): Remainder {
    for (let index = 0; index < this.readings.length; index += 1) {
      const reading = this.readings.at(index);
      if (reading) this.take(reading, index);
    }
    this.endDraft();
    return this.rest;
  }

  private take(reading: Reading, index: number): void {
    if (reading.blank) this.dropLoose();
    else if (this.takeField(reading)) return;
    else if (reading.question && this.takeNumbered(reading, reading.question, index)) return;
    else if (this.takeOption(reading, index)) return;
    else if (reading.heading && !this.openStem()) this.takeHeading(reading.span);
    else this.takeText(reading, index);
  }

  /** Lines that say what they are: answers, explanations, points, and what is left out. */
  private takeField(reading: Reading): boolean {
    const { draft } = this.state;
    const { span } = reading;
    if (reading.ignored !== null) {
      this.rest.ignored.push({ span, reason: reading.ignored });
      if (draft && draft.options.length > 0) draft.closed = true;
    } else if (reading.points !== null && draft) {
      draft.points = reading.points;
      claim(draft, span);
    } else if (
      reading.explanation !== null &&
      draft &&
      draft.options.length + draft.keys.length > 0
    ) {
      draft.explanation.push(trimSpan(sliceSpan(span, reading.explanation)));
      this.close(draft, span);
    } else if (reading.key) this.takeKey(reading.key.value, span);
    else return this.takeExplainedKey(span);
    return true;
  }

  private takeKey(value: string, span: Span): void {
    const { draft } = this.state;
    if (value === '')
      this.rest.ignored.push({ span, reason: 'It announces an answer but gives none.' });
    else if (!draft) this.rest.orphanKeys.push(span);
    else {
      draft.keys.push({ value, span });
      this.close(draft, span);
    }
  }

  private takeExplainedKey(span: Span): boolean {
    const { draft } = this.state;
    const found = explainedKey.exec(span.text);
    const letter = found?.[1];
    if (!draft || !found || letter === undefined || draft.options.length < 2) return false;
    if (!draft.options.some(({ label }) => label === letter)) return false;
    draft.keys.push({ value: letter, span });
    draft.explanation.push(trimSpan(sliceSpan(span, found[0].length)));
    this.close(draft, span);
    return true;
  }

  private close(draft: Draft, span: Span): void {
    claim(draft, span);
    draft.closed = true;
    this.dropLoose();
  }

  private takeNumbered(reading: Reading, marker: QuestionMarker, index: number): boolean {
    if (this.takeEndKey(reading, marker, index)) return true;
    const role = numberedRole(this.state, marker, this.readings, index, this.styles);
    if (role === 'question') this.startNumbered(reading.span, marker, index);
    else if (role === 'option') {
      const { value: ordinal, label, from } = marker;
      this.addOptions(
        reading.span,
        { family: 'number', ordinal, label, from, marked: false },
        index,
      );
    } else {
      const { draft, innerNext } = this.state;
      const inner = draft && draft.options.length === 0 && marker.value === (innerNext ?? 1);
      if (inner) this.state.innerNext = marker.value + 1;
      return false;
    }
    return true;
  }

  /** `3. B` or `3. Answer: B`: an answer given apart from its question. */
  private takeEndKey(reading: Reading, marker: QuestionMarker, index: number): boolean {
    const content = sliceSpan(reading.span, marker.from).text.trim();
    const announced = answerOf(content)?.value ?? null;
    if (announced === null && !bareLetters.test(content)) return false;
    if (announced === null && bodyFollows(this.readings, index)) return false;
    this.rest.endKeys.push({
      number: marker.value,
      value: announced ?? content,
      span: reading.span,
    });
    return true;
  }

  private startNumbered(span: Span, marker: QuestionMarker, index: number): void {
    this.endDraft();
    const draft = newDraft(marker);
    this.begin(draft);
    this.state.last = marker;
    this.takeStem(draft, trimSpan(sliceSpan(span, marker.from)), index);
    claim(draft, span);
  }

  private begin(draft: Draft): void {
    this.state.draft = draft;
    this.state.innerNext = null;
    this.loose = [];
  }

  /** A stem's line, which may hold the first options too. */
  private takeStem(draft: Draft, span: Span, index: number): void {
    const at = findInlineOptions(span, nextReading(this.readings, index));
    const rest = at === null ? null : sliceSpan(span, at);
    const marker = rest && matchOptionLabel(rest.text);
    draft.stem.push(marker && at !== null ? trimSpan(sliceSpan(span, 0, at)) : span);
    if (rest && marker) this.addOptions(rest, marker, index);
    claim(draft, span);
  }

  private takeOption(reading: Reading, index: number): boolean {
    const { option, span } = reading;
    if (!option) return false;
    if (this.fits(option)) this.addOptions(span, option, index);
    else if (this.opensUnnumbered(option, index)) {
      this.startUnnumbered();
      this.addOptions(span, option, index);
    } else return false;
    return true;
  }

  /** Does an option go on with the options of the open question? */
  private fits(option: OptionMarker): boolean {
    const { draft } = this.state;
    if (!draft || draft.closed) return false;
    const last = draft.options.at(-1);
    if (!last) return option.ordinal === 1 || option.family === 'box';
    if (option.family === 'box' || last.family === 'box') return option.family === last.family;
    const step = option.ordinal - last.ordinal;
    if (step === 1) return true;
    const repeatedOrSkipped = option.family === last.family && (step === 0 || step === 2);
    if (!repeatedOrSkipped) return false;
    draft.notes.push({ code: 'LABEL_GAP', span: last.labelSpan });
    return true;
  }

  private opensUnnumbered(option: OptionMarker, index: number): boolean {
    const first = option.ordinal === 1 || option.family === 'box';
    return first && this.loose.length > 0 && secondOptionFollows(this.readings, index);
  }

  /** Options without a numbered stem: the lines right before them are the stem. */
  private startUnnumbered(): void {
    const stem = this.loose;
    const taken = new Set(stem);
    const { draft } = this.state;
    if (draft) draft.pending = draft.pending.filter((span) => !taken.has(span));
    this.rest.preamble = this.rest.preamble.filter((span) => !taken.has(span));
    this.endDraft();
    const next = newDraft(null);
    this.begin(next);
    next.stem.push(...stem);
    claim(next, ...stem);
  }

  private addOptions(span: Span, marker: OptionMarker, index: number): void {
    const { draft } = this.state;
    if (!draft) return;
    const previous = draft.options.at(-1);
    previous?.spans.push(...draft.pending);
    claim(draft, span, ...draft.pending);
    draft.pending = [];
    const next = nextReading(this.readings, index);
    const options =
      marker.family === 'number' || marker.family === 'box'
        ? splitOptions(span, marker, undefined)
        : splitOptions(span, marker, next);
    draft.options.push(...options);
    this.loose = [];
  }

  private takeHeading(span: Span): void {
    this.rest.headings.push(span);
    const { draft } = this.state;
    if (draft && draft.options.length > 0) draft.closed = true;
    this.loose = [];
  }

  /** A stem that has no words yet, such as after `Question 3` alone on its line. */
  private openStem(): boolean {
    const { draft } = this.state;
    return draft !== null && draft.stem.every(({ text }) => text === '') && !draft.closed;
  }

  private takeText(reading: Reading, index: number): void {
    const { draft } = this.state;
    const span = trimSpan(reading.span);
    if (!draft) {
      this.rest.preamble.push(span);
      this.loose.push(span);
    } else if (draft.options.length === 0 && !draft.closed)
      this.takeBody(draft, reading, span, index);
    else if (!draft.closed && draft.options.at(-1)?.spans.at(-1)?.paragraph === span.paragraph) {
      draft.options.at(-1)?.spans.push(span);
    } else if (draft.explanation.at(-1)?.paragraph === span.paragraph) draft.explanation.push(span);
    else {
      draft.pending.push(span);
      this.loose.push(span);
    }
  }

  private takeBody(draft: Draft, reading: Reading, span: Span, index: number): void {
    if (!reading.pair) this.takeStem(draft, span, index);
    else {
      reading.pair.forEach(({ from, to }, position) =>
        draft.options.push({
          family: 'pair',
          ordinal: position + 1,
          label: '',
          marked: false,
          labelSpan: sliceSpan(reading.span, 0, 0),
          spans: [sliceSpan(reading.span, from, to)],
        }),
      );
      draft.closed = true;
      claim(draft, span);
    }
  }

  private dropLoose(): void {
    this.loose = [];
  }

  private endDraft(): void {
    const { draft } = this.state;
    this.state.draft = null;
    if (!draft) return;
    this.rest.leftovers.push(...draft.pending);
    draft.pending = [];
    this.onDraft(draft);
  }
}
