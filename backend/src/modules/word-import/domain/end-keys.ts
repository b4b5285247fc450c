import type { EndKey } from './remainder.js';

/** Splits where a number comes again: each part of a document counts for itself, in whatever order. */
function partsOf<T extends { number: number }>(items: readonly T[]): Map<number, T>[] {
  const parts: Map<number, T>[] = [];
  for (const item of items) {
    if (parts.at(-1)?.has(item.number) !== false) parts.push(new Map());
    parts.at(-1)?.set(item.number, item);
  }
  return parts;
}

interface Numbered {
  number: number;
  /** From 1, among all questions. */
  position: number;
}

/** The same numbers on both sides; only an answer that the list leaves open may be of no question. */
function agree(
  questions: ReadonlyMap<number, Numbered>,
  keys: ReadonlyMap<number, EndKey>,
): boolean {
  const all = [...questions.keys()].every((number) => keys.has(number));
  return all && [...keys].every(([number, { value }]) => value === '' || questions.has(number));
}

/**
 * Which listed answer belongs to which question, by position from 1. Only where part by part the very
 * same numbers occur on both sides; in every other case none is used, since one slip would shift them all.
 * Answers that the list leaves open are left out.
 */
function matchEndKeys(
  questionNumbers: readonly (number | null)[],
  endKeys: readonly EndKey[],
): Map<number, EndKey> {
  const numbered = questionNumbers.flatMap((number, index): Numbered[] =>
    number === null ? [] : [{ number, position: index + 1 }],
  );
  const questionParts = partsOf(numbered);
  // A part without any answer is that of questions to be answered in writing.
  const keyParts = partsOf(endKeys).filter((keys) =>
    [...keys.values()].some(({ value }) => value !== ''),
  );
  const matched = new Map<number, EndKey>();
  if (questionParts.length !== keyParts.length) return matched;
  for (const [index, questions] of questionParts.entries()) {
    const keys = keyParts[index] ?? new Map<number, EndKey>();
    if (!agree(questions, keys)) return new Map();
    for (const { number, position } of questions.values()) {
      const key = keys.get(number);
      if (key && key.value !== '') matched.set(position, key);
    }
  }
  return matched;
}

export interface QuestionNumber {
  number: number | null;
  /** It is of a part that a list of answers may leave out. */
  aside: boolean;
}

/** As `matchEndKeys`, where the list may leave out the parts that are set aside. */
export function matchAnyEndKeys(
  numbers: readonly QuestionNumber[],
  endKeys: readonly EndKey[],
): Map<number, EndKey> {
  const without = numbers.map(({ number, aside }) => (aside ? null : number));
  const matched = matchEndKeys(without, endKeys);
  if (matched.size > 0 || !numbers.some(({ aside }) => aside)) return matched;
  return matchEndKeys(
    numbers.map(({ number }) => number),
    endKeys,
  );
}
