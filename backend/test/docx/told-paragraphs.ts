import type { Diagnostic } from '../../src/shared/diagnostic.js';
import type { ImportChoices } from '../../src/shared/import-choices.js';
import type { ParsedQuiz } from '../../src/modules/word-import/domain/parsed-quiz.js';

const squeezed = (text: string): string => text.trim().replace(/\s+/g, ' ');

/**
 * Paragraphs with text or a picture of which a reading says nothing: they are in no question, are not the
 * title and no diagnostic names them. There must be none, unless the document is no quiz at all.
 */
export function vanishedParagraphs(quiz: ParsedQuiz): string[] {
  if (quiz.diagnostics.some(({ code }) => code === 'NOT_A_QUIZ')) return [];
  const told = new Set([
    ...quiz.questions.flatMap(({ paragraphs }) => paragraphs),
    ...quiz.diagnostics.map(({ paragraph }) => paragraph),
  ]);
  return quiz.paragraphs.flatMap(({ index, text, images }) => {
    const shown = squeezed(text);
    if (told.has(index) || shown === quiz.title || (shown === '' && !images)) return [];
    return [`${index}: ${shown}`];
  });
}

const allOf = ({ questions, diagnostics }: ParsedQuiz): Diagnostic[] => [
  ...diagnostics,
  ...questions.flatMap((question) => question.diagnostics),
];

const wholeOf = ({ questions }: ParsedQuiz): number =>
  questions.filter(({ options }) => options.length > 1).length;

/**
 * Suggested fixes that do not keep their word: with the choice made, the diagnostic is still there and not
 * one question more is whole. `read` reads the same document with one choice more; of very many different
 * fixes only the first `most` are tried.
 */
export function brokenPromises(
  quiz: ParsedQuiz,
  read: (fix: ImportChoices) => ParsedQuiz,
  most = 100,
): string[] {
  const placeOf = ({ code, paragraph, note }: Diagnostic): string =>
    [code, paragraph, note].join(' ');
  const outcomes = new Map<string, ParsedQuiz>();
  return allOf(quiz).flatMap((diagnostic) => {
    const fix = diagnostic.suggestedFix;
    if (!fix) return [];
    const written = JSON.stringify(fix);
    if (outcomes.size >= most && !outcomes.has(written)) return [];
    const then = outcomes.get(written) ?? read(fix);
    outcomes.set(written, then);
    const isLeft = allOf(then).some((one) => placeOf(one) === placeOf(diagnostic));
    return isLeft && wholeOf(then) <= wholeOf(quiz) ? [`${placeOf(diagnostic)} ${written}`] : [];
  });
}
