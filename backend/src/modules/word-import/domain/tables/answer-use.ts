import { sameText } from '../key-value.js';
import { trueFalseWord } from '../true-false.js';
import { isLetters, tickOf } from './cell-values.js';
import type { Row } from './grid.js';

export interface OptionColumn {
  column: number;
  /** As its heading says; empty when it says none. */
  label: string;
  /** Its heading says that it is a wrong one. */
  wrong: boolean;
}

/**
 * How a column of answers names the right option: by letter, by number, by its text, or by being it; unclear
 * where a number may be either a position or the answer itself; ticks beside rows of one option each.
 */
export type AnswerUse = 'letters' | 'numbers' | 'texts' | 'own' | 'unclear' | 'ticks';

const few = 0.2;
const listOfNumbers = /^\d{1,2}(?:\s*[,;/&+]\s*\d{1,2})*$/;
const isNumber = (text: string): boolean => /^[-+]?\d+(?:[.,]\d+)?$/.test(text);

function useOfNumber(
  value: string,
  texts: readonly string[],
  labels: ReadonlySet<string>,
): AnswerUse {
  if (labels.has(value)) return 'numbers';
  if (Number(value.split(/\D/)[0]) > texts.length) return 'own';
  return texts.some(isNumber) ? 'unclear' : 'numbers';
}

function useOf(value: string, texts: readonly string[], labels: ReadonlySet<string>): AnswerUse {
  if (texts.some((text) => sameText(text, value))) return 'texts';
  if (labels.has(value.toUpperCase()) || isLetters(value)) return 'letters';
  if (texts.length === 0 && trueFalseWord(value)) return 'texts';
  return listOfNumbers.test(value) ? useOfNumber(value, texts, labels) : 'own';
}

/**
 * Looks over all rows: an answer that names an option in most rows names it in all of them. Only where hardly
 * any does is the column an option of its own; in between, each row has to speak for itself.
 */
export function answerUse(
  rows: readonly Row[],
  answer: number,
  options: readonly OptionColumn[],
): AnswerUse {
  const labels = new Set(options.flatMap(({ label }) => (label === '' ? [] : label.toUpperCase())));
  if (options.length === 1 && rows.every((row) => tickOf(row[answer]?.text ?? '') !== null)) {
    return 'ticks';
  }
  const onlyWrong = options.length > 0 && options.every(({ wrong }) => wrong);
  const count = { letters: 0, numbers: 0, texts: 0, own: 0, unclear: 0, ticks: 0 };
  for (const row of rows) {
    const value = row[answer]?.text ?? '';
    if (value === '') continue;
    const texts = options.flatMap(({ column }) => row[column]?.text || []);
    const use = useOf(value, texts, labels);
    count[onlyWrong && use !== 'texts' ? 'own' : use] += 1;
  }
  const uses = Object.entries(count) as [AnswerUse, number][];
  const all = uses.reduce((sum, [, number]) => sum + number, 0);
  if (all > 0 && all - count.own <= all * few) return 'own';
  const naming = uses.filter(([use]) => use !== 'own').toSorted(([, a], [, b]) => b - a);
  return naming[0]?.[0] ?? 'texts';
}

/** Do answers repeat texts of options that cannot be meant as their places? */
export function repeatsTexts(
  rows: readonly Row[],
  answer: number,
  options: readonly OptionColumn[],
): boolean {
  return rows.some((row) => {
    const value = row[answer]?.text ?? '';
    const isPlace = /^\d+$/.test(value) && Number(value) <= options.length;
    const texts = options.map(({ column }) => row[column]?.text ?? '');
    return !isPlace && !isLetters(value) && texts.some((text) => sameText(text, value));
  });
}
