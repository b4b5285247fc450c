import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { QuestionType } from '../../../shared/question-type.js';

/** What of a question decides whether students may meet it. */
export interface QuestionState {
  type: QuestionType;
  hasStem: boolean;
  correctCount: number;
  optionCount: number;
  hasAnswer: boolean;
  diagnostics: readonly Pick<Diagnostic, 'code' | 'severity'>[];
}

/** Is it answered by typing rather than by choosing? */
export function isTyped(type: QuestionType): boolean {
  return type === 'SHORT_ANSWER' || type === 'NUMERIC';
}

/** Does it say that the right answer is missing or doubtful? */
const isAboutKey = (code: string): boolean => code.startsWith('KEY_') || code === 'ESSAY_UNMARKED';

/** The codes that hold a question back from being published; empty when it may be. */
export function blockingCodes(question: QuestionState): string[] {
  const codes = new Set(
    question.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  );
  if (!question.hasStem) codes.add('STEM_MISSING');
  const hasKey = isTyped(question.type) ? question.hasAnswer : question.correctCount > 0;
  const keyTold = [...codes].some(isAboutKey);
  if (!hasKey && !keyTold) codes.add('KEY_MISSING');
  if (!isTyped(question.type) && question.optionCount < 2) codes.add('OPTIONS_TOO_FEW');
  return [...codes];
}

/** The type a choice question has with so many right answers. True/false stays so while one is right. */
export function typeForKey(type: QuestionType, correctCount: number): QuestionType {
  if (correctCount > 1) return 'MULTIPLE_CHOICE';
  return type === 'TRUE_FALSE' ? 'TRUE_FALSE' : 'SINGLE_CHOICE';
}

/** What is left to say once a person has set the key: doubts about the key itself are settled. */
export function withoutKeyDoubts<T extends Pick<Diagnostic, 'code'>>(
  diagnostics: readonly T[],
): T[] {
  return diagnostics.filter(({ code }) => !isAboutKey(code));
}
