import type { QuizStatus } from '../../../lib/api/generated/types.gen';

export const QUIZ_STATUSES = [
  'DRAFT',
  'PUBLISHED',
  'ARCHIVED',
] as const satisfies readonly QuizStatus[];

/** The status that a list's address asks for; null: any. */
export function quizStatusIn(search: URLSearchParams): QuizStatus | null {
  return QUIZ_STATUSES.find((known) => known === search.get('status')) ?? null;
}
