import { plainText } from '../../../shared/content.js';
import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import { asksOf } from './layout/layout-lines.js';
import type { ParsedQuestion, ParsedQuiz } from './parsed-quiz.js';

/** Ways of reading a document that a teacher can choose, the likeliest first. */
const layouts: readonly ImportChoices[] = [
  { optionsAre: 'bullets' },
  { optionsAre: 'numbers' },
  { optionsAre: 'lines' },
  { questionsStartAt: 'numbers' },
  { questionsStartAt: 'headings' },
  { questionsStartAt: 'bold' },
];

/** Each way is tried out, so only on documents where that takes no time that anybody would notice. */
const mostParagraphs = 2000;
const mostOptions = 10;
const fewestOfNone = 2;

const unresolvedCodes = new Set(['UNCONSUMED_TEXT', 'ORPHAN_KEY', 'ORPHAN_OPTION']);
const isUnresolved = ({ code }: Diagnostic): boolean => unresolvedCodes.has(code);
const isNoQuiz = ({ diagnostics }: ParsedQuiz): boolean =>
  diagnostics.some(({ code }) => code === 'NOT_A_QUIZ');

/** Has it something to choose from, and words that ask? */
const isWhole = ({ options, stem }: ParsedQuestion): boolean =>
  options.length > 1 && options.length <= mostOptions && plainText(stem).trim() !== '';

/** An error, and less than two options to choose from. */
const isBroken = ({ options, diagnostics }: ParsedQuestion): boolean =>
  options.length < 2 && diagnostics.some(({ severity }) => severity === 'error');

const wholeOf = ({ questions }: ParsedQuiz): ParsedQuestion[] => questions.filter(isWhole);

const essence = ({ number, stem, options, answer }: ParsedQuestion): string =>
  JSON.stringify([number, stem, options, answer]);

/** How much of a reading is left for a teacher to settle. */
const troubleOf = ({ questions, diagnostics }: ParsedQuiz): number =>
  questions.filter(isBroken).length + diagnostics.filter(isUnresolved).length;

const asks = ({ stem }: ParsedQuestion): boolean => asksOf(plainText(stem)) > 0;

/** Does it keep every whole question as it is and make more of them out of what was unresolved? */
function isBetter(now: ParsedQuiz, then: ParsedQuiz): boolean {
  const before = new Set(wholeOf(now).map(essence));
  const after = wholeOf(then);
  const found = after.filter((question) => !before.has(essence(question)));
  if (found.length === 0 || after.length - found.length < before.size) return false;
  if (isNoQuiz(now)) {
    return found.length >= fewestOfNone && found.filter(asks).length >= found.length / 2;
  }
  const plausible = found.filter((question) => question.number !== null || asks(question));
  return plausible.length >= found.length / 2 && troubleOf(then) < troubleOf(now);
}

interface Better {
  fix: ImportChoices;
  /** Paragraphs of the questions that it makes whole. */
  mended: ReadonlySet<number>;
}

/** The way of reading that makes the most whole questions; null when none is better than the present one. */
function betterLayout(now: ParsedQuiz, read: (fix: ImportChoices) => ParsedQuiz): Better | null {
  const [best] = layouts
    .map((fix) => ({ fix, quiz: read(fix) }))
    .filter(({ quiz }) => isBetter(now, quiz))
    .toSorted((a, b) => wholeOf(b.quiz).length - wholeOf(a.quiz).length);
  if (!best) return null;
  return {
    fix: best.fix,
    mended: new Set(wholeOf(best.quiz).flatMap(({ paragraphs }) => paragraphs)),
  };
}

const ignoring = (paragraph: number): ImportChoices => ({ ignoredParagraphs: [paragraph] });

function ofDocument(diagnostic: Diagnostic, better: Better | null): Diagnostic {
  const { code, paragraph } = diagnostic;
  if (code === 'NOT_A_QUIZ') return { ...diagnostic, suggestedFix: better?.fix ?? null };
  if (!isUnresolved(diagnostic) || paragraph === null) return diagnostic;
  const fix = better?.mended.has(paragraph) ? better.fix : ignoring(paragraph);
  return { ...diagnostic, suggestedFix: fix };
}

function ofQuestion(question: ParsedQuestion, { fix, mended }: Better): ParsedQuestion {
  if (!isBroken(question) || !question.paragraphs.some((one) => mended.has(one))) return question;
  const diagnostics = question.diagnostics.map((diagnostic) =>
    diagnostic.severity === 'error' && diagnostic.suggestedFix === null
      ? { ...diagnostic, suggestedFix: fix }
      : diagnostic,
  );
  return { ...question, diagnostics };
}

/**
 * Adds to what is unresolved the choice that would settle it: another way of reading the document, where
 * trying it out makes more whole questions and leaves all others as they are; else to ignore the paragraph.
 * `read` reads the document again with one more choice made.
 */
export function suggestFixes(
  quiz: ParsedQuiz,
  choices: ImportChoices,
  read: (fix: ImportChoices) => ParsedQuiz,
): ParsedQuiz {
  const isOpen = choices.optionsAre === undefined && choices.questionsStartAt === undefined;
  const isTroubled = isNoQuiz(quiz) || troubleOf(quiz) > 0;
  const isSmall = quiz.paragraphs.length > 1 && quiz.paragraphs.length <= mostParagraphs;
  const better = isOpen && isTroubled && isSmall ? betterLayout(quiz, read) : null;
  return {
    ...quiz,
    questions: better ? quiz.questions.map((one) => ofQuestion(one, better)) : quiz.questions,
    diagnostics: quiz.diagnostics.map((one) => ofDocument(one, better)),
  };
}
