import { sha256Hex } from '../../../shared/hash.js';
import type { SaveProgressRequest } from '../attempts.dto.js';

/** Tells a mutation sent again from another content under the same number: its values in a fixed order. */
export function mutationHash(request: SaveProgressRequest): string {
  const { clientId, seq, baseVersion, answers, currentQuestionIndex, timeSpent } = request;
  const changes = answers.map(({ questionId, value }) => [questionId, value]);
  return sha256Hex(
    JSON.stringify([clientId, seq, baseVersion, changes, currentQuestionIndex, timeSpent]),
  );
}
