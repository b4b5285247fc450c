import type { EndKey } from './remainder.js';

/** Splits numbers wherever they start again: each part of a document counts for itself. */
function runsOf<T>(items: readonly T[], numberOf: (item: T) => number): T[][] {
  const runs: T[][] = [];
  let before = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const number = numberOf(item);
    if (number <= before) runs.push([]);
    runs.at(-1)?.push(item);
    before = number;
  }
  return runs;
}

/**
 * Which listed answer belongs to which question, by position from 1. Only where part by part the very
 * same numbers occur on both sides; in every other case none is used, since one slip would shift them all.
 */
export function matchEndKeys(
  questionNumbers: readonly (number | null)[],
  endKeys: readonly EndKey[],
): Map<number, EndKey> {
  const numbered = questionNumbers.flatMap((number, index) =>
    number === null ? [] : [{ number, position: index + 1 }],
  );
  const questionRuns = runsOf(numbered, ({ number }) => number);
  const keyRuns = runsOf(
    endKeys.filter(({ value }) => value !== ''),
    ({ number }) => number,
  );
  const matched = new Map<number, EndKey>();
  if (questionRuns.length !== keyRuns.length) return matched;
  for (const [index, questions] of questionRuns.entries()) {
    const keys = keyRuns[index] ?? [];
    const alike = keys.map(({ number }) => number).join() === questions.map((q) => q.number).join();
    if (!alike) return new Map();
    questions.forEach(({ position }, at) => {
      const key = keys[at];
      if (key) matched.set(position, key);
    });
  }
  return matched;
}
