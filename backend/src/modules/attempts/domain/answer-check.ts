import type { QuestionType } from '../../../shared/question-type.js';
import type { AnswerChange, AnswerValue } from './answers.js';

/** What checking needs to know of a quiz version: each question's type and the ids of its options. */
export type AnswerRules = ReadonlyMap<
  string,
  { type: QuestionType; optionIds: ReadonlySet<string> }
>;

/** Why a change cannot be an answer in this quiz; `index` is its place among the changes. */
export interface AnswerProblem {
  code: 'UNKNOWN_QUESTION' | 'UNKNOWN_OPTION' | 'WRONG_ANSWER_TYPE' | 'TOO_MANY';
  index: number | null;
  message: string;
}

/** The rules of a version's questions, in the form that checking looks up. */
export function answerRules(
  questions: readonly { id: string; type: QuestionType; options: readonly { id: string }[] }[],
): AnswerRules {
  return new Map(
    questions.map(({ id, type, options }) => [
      id,
      { type, optionIds: new Set(options.map((option) => option.id)) },
    ]),
  );
}

type ValueProblem = Omit<AnswerProblem, 'index'>;

function checkValue(
  type: QuestionType,
  optionIds: ReadonlySet<string>,
  value: AnswerValue,
): ValueProblem | null {
  if (value === null) return null;
  if (Array.isArray(value) !== (type === 'MULTIPLE_CHOICE')) {
    return { code: 'WRONG_ANSWER_TYPE', message: `is not how a ${type} question is answered` };
  }
  if (type === 'SHORT_ANSWER' || type === 'NUMERIC') return null;
  const chosen = Array.isArray(value) ? value : [value];
  if (chosen.length > optionIds.size) {
    return { code: 'TOO_MANY', message: 'chooses more options than the question has' };
  }
  return chosen.every((id) => optionIds.has(id))
    ? null
    : { code: 'UNKNOWN_OPTION', message: 'chooses an option the question does not have' };
}

/** The first change that cannot be an answer in this quiz, or null when all can. */
export function checkAnswers(
  rules: AnswerRules,
  changes: readonly AnswerChange[],
): AnswerProblem | null {
  if (changes.length > rules.size) {
    return { code: 'TOO_MANY', index: null, message: 'more answers than the quiz has questions' };
  }
  for (const [index, { questionId, value }] of changes.entries()) {
    const rule = rules.get(questionId);
    const problem = rule
      ? checkValue(rule.type, rule.optionIds, value)
      : { code: 'UNKNOWN_QUESTION' as const, message: 'is not a question of this quiz' };
    if (problem) return { ...problem, index };
  }
  return null;
}
