import type { QuestionType } from '../../../shared/question-type.js';

/**
 * The answer to one question: an option's id (single choice, true/false), options' ids (multiple
 * choice), typed text (short answer, numeric), or null when it was cleared.
 */
export type AnswerValue = string | string[] | null;

/** What one mutation changes: each question at most once. */
export interface AnswerChange {
  questionId: string;
  value: AnswerValue;
}

/** One answer as kept on the attempt: `at` is an ISO date-time, `device` the clientId that sent it. */
export interface SavedAnswer {
  value: AnswerValue;
  at: string;
  device: string;
}

/** Every answer of an attempt, by question id. */
export type SavedAnswers = Record<string, SavedAnswer>;

/** What checking and grading need to know of a question. */
export interface GradableQuestion {
  id: string;
  type: QuestionType;
  /** Most this question can earn; at most two decimals. */
  points: number;
  partialCredit: boolean;
  options: readonly { id: string; correct: boolean }[];
  answer: { accepted: string[] } | { value: number; tolerance: number } | null;
}

/** The changes of one mutation, as they are merged into the attempt. */
export function toSavedAnswers(
  changes: readonly AnswerChange[],
  device: string,
  at: Date,
): SavedAnswers {
  const atText = at.toISOString();
  return Object.fromEntries(
    changes.map(({ questionId, value }) => [questionId, { value, at: atText, device }]),
  );
}

/** False for null, blank text and an empty choice. */
export function isAnswered(value: AnswerValue): boolean {
  if (value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0;
}

/** Whether two values say the same: the order in which options were ticked does not matter. */
export function sameValue(a: AnswerValue, b: AnswerValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((id) => right.has(id));
}
