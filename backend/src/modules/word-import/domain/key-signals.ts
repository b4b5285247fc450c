import type { AnswerLook } from '../../../shared/import-choices.js';
import type { DraftOption } from './draft-option.js';
import type { Draft } from './draft.js';
import type { RunFormat } from './source-document.js';
import type { Span } from './span.js';

/** Signs of the right answer in the looks of options, strongest first. */
export const formatSignals = [
  'highlight',
  'bold',
  'underline',
  'colour',
  'labelUnderline',
  'italic',
] as const;
export type FormatSignal = (typeof formatSignals)[number];

/** Greys and near-blacks are text colours, not marks. */
const leastSaturation = 64;

function isVivid(colour: string | null): colour is string {
  if (colour === null) return false;
  if (colour.startsWith('theme:')) return /accent|hyperlink/i.test(colour);
  const channels = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels) >= leastSaturation;
}

const wordless = /^[\s\p{P}\p{S}]*$/u;

/** The formats of what can be read: white space and lone punctuation count only when there is nothing else. */
function formatsOf(spans: readonly Span[]): RunFormat[] {
  const pieces = spans.flatMap((span) => span.pieces).filter(({ text }) => /\S/.test(text));
  const words = pieces.filter(({ text }) => !wordless.test(text));
  return (words.length > 0 ? words : pieces).flatMap(({ format }) => format ?? []);
}

/** One value for all of an option's text; undefined when it is mixed or there is no text. */
function uniform<T>(formats: readonly RunFormat[], read: (format: RunFormat) => T): T | undefined {
  const [first, ...rest] = formats.map(read);
  return rest.every((value) => value === first) ? first : undefined;
}

/** Indexes with the sign; null when it sets nothing apart or an option is only partly marked. */
function properSubset(marked: readonly (boolean | undefined)[]): number[] | null {
  if (marked.includes(undefined)) return null;
  const indexes = marked.flatMap((isMarked, index) => (isMarked ? [index] : []));
  return indexes.length > 0 && indexes.length < marked.length ? indexes : null;
}

type Looks = readonly RunFormat[];

/** The vivid colour that some options have: only one, and not the colour the stem is written in. */
function colourSubset(options: readonly Looks[], stem: readonly Span[]): number[] | null {
  const colours = options.map((formats) =>
    uniform(formats, ({ colour }) => (isVivid(colour) ? colour : '')),
  );
  const vivid = new Set(colours.filter((colour) => colour !== undefined && colour !== ''));
  const [only] = vivid;
  if (vivid.size !== 1 || only === undefined) return null;
  if (formatsOf(stem).some(({ colour }) => colour === only)) return null;
  return properSubset(
    colours.map((colour) => (colour === undefined ? undefined : colour === only)),
  );
}

function highlightSubset(options: readonly Looks[]): number[] | null {
  const shades = options.map((formats) => uniform(formats, ({ highlight }) => highlight ?? ''));
  if (new Set(shades.filter((shade) => shade !== '')).size !== 1) return null;
  return properSubset(shades.map((shade) => (shade === undefined ? undefined : shade !== '')));
}

function flagSubset(
  options: readonly Looks[],
  read: (format: RunFormat) => boolean,
): number[] | null {
  return properSubset(options.map((formats) => uniform(formats, read)));
}

/** Underlined labels are a habit of its own: the letter of the right option is underlined, no other. */
function labelSubset(options: readonly DraftOption[]): number[] | null {
  const letters = options.map(({ labelSpan }) =>
    labelSpan.pieces.find(({ text }) => /[\p{L}\p{N}]/u.test(text)),
  );
  if (letters.some((letter) => !letter?.format)) return null;
  return properSubset(letters.map((letter) => letter?.format?.underline ?? false));
}

const noSignals: ReadonlyMap<FormatSignal, number[]> = new Map();

/** What the looks of a draft's options say, sign by sign. Labels do not count but for their own sign. */
export function readFormatSignals({ options, stem }: Draft): ReadonlyMap<FormatSignal, number[]> {
  const looks = options.map(({ spans }) => formatsOf(spans));
  const [first] = looks.flat();
  const labels = labelSubset(options);
  // Formats are shared objects: where all are the same one, nothing is set apart.
  const alike = looks.every((formats) => formats.every((format) => format === first));
  if (alike && labels === null) return noSignals;
  const found: [FormatSignal, number[] | null][] = [
    ['highlight', highlightSubset(looks)],
    ['bold', flagSubset(looks, ({ bold }) => bold)],
    ['underline', flagSubset(looks, ({ underline }) => underline)],
    ['colour', colourSubset(looks, stem)],
    ['labelUnderline', labels],
    ['italic', flagSubset(looks, ({ italic }) => italic)],
  ];
  // Crossed out is the opposite of chosen, whatever else it carries.
  const struck = looks.map((formats) => uniform(formats, ({ strike }) => strike) === true);
  const kept = found.flatMap(([name, indexes]): [FormatSignal, number[]][] =>
    indexes === null || indexes.some((index) => struck[index]) ? [] : [[name, indexes]],
  );
  return kept.length === 0 ? noSignals : new Map(kept);
}

/** The signs of one question, and of how many options they choose. */
export interface QuestionSignals {
  signals: ReadonlyMap<FormatSignal, number[]>;
  optionCount: number;
}

/** Does the sign mark most options rather than few? Then it may as well mark the wrong ones. */
function marksMost({ signals, optionCount }: QuestionSignals, name: FormatSignal): boolean {
  return optionCount > 2 && (signals.get(name)?.length ?? 0) * 2 > optionCount;
}

/** A sign that only a few of many questions carry is chance, not a habit. */
const leastShare = 0.4;
const fewQuestions = 4;

/** Do enough of all questions do it for it to be a habit of the document? */
export const isHabit = (using: number, all: number): boolean =>
  using > 0 && (all <= fewQuestions || using >= all * leastShare);

/** Italics are emphasis or a foreign word unless a teacher says otherwise. */
const neverByHabit: ReadonlySet<FormatSignal> = new Set(['italic']);

/** The signs that this document uses throughout, and to set few options apart from many. */
function habitualSignals(all: readonly QuestionSignals[]): Set<FormatSignal> {
  return new Set(
    formatSignals.filter((name) => {
      if (neverByHabit.has(name)) return false;
      const using = all.filter(({ signals }) => signals.has(name));
      const inverted = using.filter((question) => marksMost(question, name)).length;
      if (inverted * 2 > using.length) return false;
      return isHabit(using.length, all.length);
    }),
  );
}

/** The looks that mark right answers: those a teacher names, else those that are a habit of the document. */
export function trustedLooks(
  all: readonly QuestionSignals[],
  chosen: readonly AnswerLook[] | undefined,
): ReadonlySet<FormatSignal> {
  if (chosen === undefined) return habitualSignals(all);
  return new Set(
    chosen.flatMap((look): FormatSignal[] =>
      look === 'underline' ? ['underline', 'labelUnderline'] : [look],
    ),
  );
}
