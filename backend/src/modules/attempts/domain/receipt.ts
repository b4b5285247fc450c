import { canonicalJson, sha256Hex } from '../../../shared/hash.js';
import { isAnswered, type SavedAnswers } from './answers.js';

/** What a student holds as proof of what was handed in, and when (ISO, by the database's clock). */
export interface Receipt {
  id: string;
  attemptId: string;
  submittedAt: string;
  answersHash: string;
  answered: number;
}

/**
 * SHA-256 (hex) over the canonical JSON `{questionId: value}` of every answer given; ticked options
 * sorted. Anybody who holds the answers can calculate it again.
 */
export function answersHash(answers: SavedAnswers): string {
  const given = Object.entries(answers).flatMap(([questionId, { value }]) =>
    isAnswered(value)
      ? [[questionId, Array.isArray(value) ? [...new Set(value)].sort() : value] as const]
      : [],
  );
  return sha256Hex(canonicalJson(Object.fromEntries(given)));
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
