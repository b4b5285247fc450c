import { findNextLabel, placesOf, type OptionMarker } from './labels.js';
import type { NumberingStyles } from './numbering-styles.js';
import { findInlineOptions, opensAtOnce, splitOptions } from './option-line.js';
import { opening } from './option-rules.js';
import { sliceSpan, type Span } from './span.js';
import { trueFalseQuestion } from './true-false.js';
import { inlineKeyOf } from './inline-key.js';
import type { Reading } from './reading.js';
import type { Readings } from './readings.js';

/** How far a question's body may be from its first line. */
const reach = 80;

/** The lines after a line, as far as is ever looked ahead. */
function* linesAfter(readings: Readings, index: number): Generator<[Reading, number]> {
  for (let at = index + 1; at < readings.length && at < index + reach; at += 1) {
    const reading = readings.at(at);
    if (reading) yield [reading, at];
  }
}

/** The next line with something on it. */
export function nextReading(readings: Readings, index: number): Reading | undefined {
  for (const [reading] of linesAfter(readings, index)) if (!reading.blank) return reading;
  return undefined;
}

const isSecondOf = (first: OptionMarker, other: OptionMarker): boolean =>
  placesOf(other).some(
    ({ family, ordinal }) =>
      ordinal === 2 && placesOf(first).some((place) => place.family === family),
  );

/** Does a second option follow a first one before the next numbered line? */
export function secondOptionFollows(readings: Readings, index: number): boolean {
  const { option: first, span } = readings.at(index) ?? {};
  if (!first || !span) return false;
  if (splitOptions(span, first, undefined).length > 1) return true;
  for (const [{ question, option }] of linesAfter(readings, index)) {
    if (question) return false;
    if (option && first.family === 'box' && option.family === 'box') return true;
    if (option && isSecondOf(first, option)) return true;
  }
  return false;
}

/** Does a numbered line `2` of the same style follow before any other question could begin? */
export function numberTwoFollows(readings: Readings, index: number): boolean {
  const { question: first, span } = readings.at(index) ?? {};
  const style = first?.style;
  if (span && first && findNextLabel(span.text, first.from, 'number', 2)?.sure) return true;
  for (const [{ question }] of linesAfter(readings, index)) {
    if (question) return question.style === style && question.value === 2;
  }
  return false;
}

const opensNumbers = (
  { question }: Reading,
  readings: Readings,
  at: number,
  styles: NumberingStyles,
): boolean =>
  question?.value === 1 && styles.options.has(question.style) && numberTwoFollows(readings, at);

/** Are the roman numbers that start here the options, or statements above the options? */
export function romanOptionsStart(readings: Readings, index: number): boolean {
  const first = readings.at(index)?.option;
  let second = false;
  for (const [{ question, option }] of linesAfter(readings, index)) {
    if (question) return second && !(question.value === 1);
    if (!option) continue;
    if (opening(option, () => false)) return false;
    second ||= first !== null && first !== undefined && isSecondOf(first, option);
  }
  return second;
}

/**
 * Is this line, right after a question's number, the first of its options? In a dialogue of persons A and B
 * another A follows.
 */
export function isGap(readings: Readings, index: number, line: Span): boolean {
  if (!opensAtOnce(line, nextReading(readings, index))) return false;
  for (const [{ question, option }] of linesAfter(readings, index)) {
    if (question) return true;
    if (option?.ordinal === 1) return false;
  }
  return true;
}

/** Do the options begin on the question's own line? */
function hasOptions(readings: Readings, index: number, { span, question }: Reading): boolean {
  const next = nextReading(readings, index);
  const gap = question !== null && isGap(readings, index, sliceSpan(span, question.from));
  return gap || findInlineOptions(span, next) !== null;
}

/** A line that holds its own answer, or asks whether it is true, needs nothing below it. */
function asksByItself({ span, question }: Reading, { conventions }: Readings): boolean {
  const text = span.text.slice(question?.from ?? 0);
  return inlineKeyOf(text, conventions) !== null || trueFalseQuestion(text) !== null;
}

/**
 * Do options, a True/False line or an answer line follow before the next numbered line? Statements
 * numbered 1, 2, 3 … in between belong to the stem. `below`: leaves out what stands on the line itself.
 */
export function bodyFollows(
  readings: Readings,
  index: number,
  styles: NumberingStyles,
  below = false,
): boolean {
  const own = below ? undefined : readings.at(index);
  if (own && hasOptions(readings, index, own)) return true;
  if (own && asksByItself(own, readings)) return true;
  let statement = 1;
  for (const [reading, at] of linesAfter(readings, index)) {
    if (reading.question) {
      if (opensNumbers(reading, readings, at, styles)) return true;
      if (reading.question.value !== statement) return false;
      statement += 1;
      continue;
    }
    const { option, key } = reading;
    if (option && opening(option, () => romanOptionsStart(readings, at))) return true;
    if (reading.accepted !== null || reading.essay) return true;
    if (reading.pair || (key && key.value !== '')) return true;
    if (findInlineOptions(reading.span, nextReading(readings, at)) !== null) return true;
  }
  return false;
}

/** Says a line itself what it is, so that no list goes on there? */
const isField = ({ key, explanation, points, ignored, role, heading, pair }: Reading): boolean =>
  key !== null ||
  explanation !== null ||
  points !== null ||
  ignored !== null ||
  role !== null ||
  heading ||
  pair !== null;

/**
 * Does another list begin right below the one that starts here? Then this one holds the statements, and
 * the options are those of the other: `A. … B. …`, then `1. A only 2. both`.
 */
export function anotherListFollows(
  readings: Readings,
  index: number,
  styles: NumberingStyles,
): boolean {
  let seen = 1;
  const own = readings.at(index);
  for (const [reading, at] of linesAfter(readings, index)) {
    if (reading.blank && !reading.question) continue;
    if (isField(reading)) return false;
    const number = reading.question;
    const isNumbers = own?.option ? number : null;
    if (isNumbers) return seen > 1 && opensNumbers(reading, readings, at, styles);
    if (number) {
      if (number.value === 1)
        return seen > 1 && number.style === own?.question?.style && numberTwoFollows(readings, at);
      if (number.value !== seen + 1 || number.style !== own?.question?.style) return false;
      seen += 1;
      continue;
    }
    if (!reading.option) return false;
    if (opening(reading.option, () => false)) return seen > 1 && secondOptionFollows(readings, at);
    const next = seen + 1;
    if (!placesOf(reading.option).some(({ ordinal }) => ordinal === next)) return false;
    seen += splitOptions(reading.span, reading.option, undefined).length;
  }
  return false;
}

/** Does an answer line end the list 1, 2, 3 … that starts here? Then its lines are options, whatever they read. */
export function answerFollowsList(readings: Readings, index: number): boolean {
  let number = 1;
  for (const [{ blank, question, key }] of linesAfter(readings, index)) {
    if (blank) continue;
    if (!question) return key !== null && key.value !== '';
    number += 1;
    if (question.value !== number) return false;
  }
  return false;
}

/** How many lines options set out in columns may take. */
const columnLines = 6;

/** Does the option with this position stand in one of the next lines of options? */
export function startsSoon(readings: Readings, index: number, ordinal: number): boolean {
  let lines = 0;
  for (const [reading] of linesAfter(readings, index)) {
    if (reading.blank) continue;
    lines += 1;
    if (lines > columnLines || !reading.option || reading.question) return false;
    const inLine = splitOptions(reading.span, reading.option, undefined, () => true);
    if (inLine.some((option) => option.ordinal === ordinal)) return true;
  }
  return false;
}

/** Is the next option an `A` again? Then this line, however it begins, is the stem: `A. Einstein said …`. */
export function firstOptionFollows(readings: Readings, index: number): boolean {
  if (readings.at(index)?.option?.ordinal !== 1) return false;
  for (let at = index + 1; at < readings.length && at < index + reach; at += 1) {
    const reading = readings.at(at);
    if (!reading || reading.question) return false;
    if (reading.option) return reading.option.ordinal === 1 || reading.option.family === 'box';
  }
  return false;
}

/**
 * Is the question with this number still to come, before the one after it? Numbers of another style, such as
 * those of options, do not count.
 */
export function numberComes(
  readings: Readings,
  index: number,
  { number, style }: { number: number; style: string },
): boolean {
  for (const [{ question }] of linesAfter(readings, index)) {
    if (question?.style !== style) continue;
    if (question.value === number) return true;
    if (question.value === number + 1) return false;
  }
  return false;
}

/** Do the options from here on go on, and nothing but options, until the question with this number? */
export function sharedListFollows(readings: Readings, index: number, number: number): boolean {
  const own = readings.at(index);
  let seen = own?.option ? splitOptions(own.span, own.option, undefined).length : 0;
  for (const [{ blank, question, option, span }] of linesAfter(readings, index)) {
    if (blank) continue;
    if (question) return seen > 1 && question.value === number;
    const next = seen + 1;
    if (!option || !placesOf(option).some(({ ordinal }) => ordinal === next)) return false;
    seen += splitOptions(span, option, undefined).length;
  }
  return false;
}
