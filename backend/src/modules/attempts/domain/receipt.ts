import { canonicalJson, sha256Hex } from '../../../shared/hash.js';
import { isAnswered, type AnswerValue, type SavedAnswers } from './answers.js';

/** What a student holds as proof of what was handed in, and when (ISO, by the database's clock). */
export interface Receipt {
  id: string;
  attemptId: string;
  submittedAt: string;
  answersHash: string;
  answered: number;
}

/** The answers given, without when and where, ticked options sorted: what a receipt's hash covers. */
export function canonicalAnswers(values: Record<string, AnswerValue>): Record<string, AnswerValue> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([questionId, value]) =>
      isAnswered(value)
        ? [[questionId, Array.isArray(value) ? [...new Set(value)].sort() : value] as const]
        : [],
    ),
  );
}

/**
 * SHA-256 (hex) over the canonical JSON `{questionId: value}` of every answer given. Anybody who holds the answers
 * can calculate it again.
 */
export function valuesHash(values: Record<string, AnswerValue>): string {
  return sha256Hex(canonicalJson(canonicalAnswers(values)));
}

/** The value of each saved answer, by question id. */
export function valuesOf(answers: SavedAnswers): Record<string, AnswerValue> {
  return Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
}

/** The same hash over saved answers. */
export function answersHash(answers: SavedAnswers): string {
  return valuesHash(valuesOf(answers));
}

/** The receipt for answers handed in at `submittedAt`. */
export function makeReceipt(
  id: string,
  attemptId: string,
  submittedAt: Date,
  answers: SavedAnswers,
): Receipt {
  return {
    id,
    attemptId,
    submittedAt: submittedAt.toISOString(),
    answersHash: answersHash(answers),
    answered: Object.values(answers).filter((answer) => isAnswered(answer.value)).length,
  };
}
