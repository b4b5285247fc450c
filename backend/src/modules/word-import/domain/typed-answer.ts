import type { ParsedAnswer } from './parsed-quiz.js';

const number = '[-−+]?(?:\\d+(?:[.,]\\d+)?|[.,]\\d+)(?:[eE][-+]?\\d{1,3})?';
const plusMinus = '(?:±|\\+\\s?[-/]{1,2}\\s?-?|\\+\\/-)';
const withTolerance = new RegExp(
  `^=?\\s*(${number})\\s*\\(?\\s*${plusMinus}\\s*(${number})\\s*(%?)\\s*\\)?\\s*[.。]?$`,
  'u',
);
const range = new RegExp(
  `^=?\\s*\\[\\s*(${number})\\s*(?:[,;]|\\.\\.|–|-)\\s*(${number})\\s*\\]$`,
  'u',
);
const plain = new RegExp(`^=?\\s*(${number})\\s*[.。]?$`, 'u');
/** `1.234` and `1,234`: a thousand and something in one place, one and something in another. */
const doubtful = /^[-−+]?\d{1,3}[.,]\d{3}$/;
const alternatives = /\s+\/\s+|\s*\|\s*/u;

const numberOf = (text: string): number => Number(text.replace('−', '-').replace(',', '.'));

/** Floating point must not turn 4.9 … 5.1 into a tolerance of 0.09999999999999964. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function numericAnswer(text: string): { value: number; tolerance: number } | null {
  const [, centre, spread, percent] = withTolerance.exec(text) ?? [];
  if (centre !== undefined && spread !== undefined) {
    const value = numberOf(centre);
    const share = percent === '%' ? Math.abs(value) / 100 : 1;
    return { value, tolerance: tidy(Math.abs(numberOf(spread)) * share) };
  }
  const [, from, to] = range.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const [low, high] = [numberOf(from), numberOf(to)].toSorted((a, b) => a - b);
    if (low === undefined || high === undefined) return null;
    return { value: tidy((low + high) / 2), tolerance: tidy((high - low) / 2) };
  }
  const only = plain.exec(text)?.[1];
  if (only === undefined || doubtful.test(only)) return null;
  return { value: numberOf(only), tolerance: 0 };
}

/**
 * The answer a document gives for a question without options: a number, also give or take or between two
 * others, or texts of which each counts as right.
 */
export function readTypedAnswer(values: readonly string[]): ParsedAnswer {
  const [only] = values;
  const numeric = values.length === 1 && only !== undefined ? numericAnswer(only.trim()) : null;
  if (numeric && Number.isFinite(numeric.value)) return numeric;
  const texts = values.flatMap((value) => value.split(alternatives)).map((text) => text.trim());
  return { accepted: [...new Set(texts)].filter((text) => text !== '') };
}
