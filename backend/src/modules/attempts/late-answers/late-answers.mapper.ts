import type { PublishedVersion } from '../../catalogue/catalogue.api.js';
import type { AttemptRow } from '../attempt-row.js';
import { provisionalUntil } from '../attempts.mapper.js';
import type { LateAnswersDto } from './late-answers.dto.js';
import type { LateListRow } from './late-answers.repository.js';

/** What staff see of answers that came late, in the order of the quiz. */
export function toLateAnswers(
  attempt: AttemptRow,
  version: PublishedVersion,
  rows: readonly LateListRow[],
): LateAnswersDto {
  const questions = new Map(
    version.questions.map((question, index) => [question.id, { question, index }]),
  );
  return {
    attemptId: attempt.id,
    score: attempt.score,
    maxScore: attempt.maxScore,
    provisionalUntil: provisionalUntil(attempt, version)?.toISOString() ?? null,
    items: rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, verified: row.verified, inGrace: row.inGrace },
      lastChosenAt: row.lastChosenAt?.toISOString() ?? null,
      arrivedAt: row.arrivedAt.toISOString(),
      state: row.state,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decidedBy:
        row.decidedBy === null || row.deciderName === null
          ? null
          : { id: row.decidedBy, name: row.deciderName },
      answers: row.answers
        .flatMap(({ questionId, value }) => {
          const found = questions.get(questionId);
          if (!found) return [];
          const { stem, options } = found.question;
          return {
            ...{ questionId, position: found.index + 1, stem, value },
            options: options.map(({ id, content }) => ({ id, content })),
            graded: attempt.answers[questionId]?.value ?? null,
            replaced: row.replaced?.[questionId]?.value ?? null,
          };
        })
        .sort((a, b) => a.position - b.position),
    })),
  };
}
