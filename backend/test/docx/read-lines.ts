import { expect } from 'vitest';
import { parseQuiz } from '../../src/modules/word-import/domain/parse-quiz.js';
import type { ParsedQuiz } from '../../src/modules/word-import/domain/parsed-quiz.js';
import type { ImportChoices } from '../../src/shared/import-choices.js';
import { sourceOf, type Line } from './source-text.js';
import { brokenPromises, vanishedParagraphs } from './told-paragraphs.js';

/** Reads lines as a quiz; whatever they are, nothing of them may vanish and each suggested fix must mend. */
export function readLines(lines: readonly Line[], choices: ImportChoices = {}): ParsedQuiz {
  const document = sourceOf(...lines);
  const quiz = parseQuiz(document, choices);
  expect(vanishedParagraphs(quiz)).toEqual([]);
  expect(brokenPromises(quiz, (fix) => parseQuiz(document, { ...choices, ...fix }))).toEqual([]);
  return quiz;
}
