import { one } from '../../cache/change.js';
import { defineCache } from '../../cache/define-cache.js';
import type { ResultDto } from './attempts.dto.js';

/** Results as their student sees them, once time alone changes nothing of them any more. */
export const resultCache = defineCache<{ attemptId: string; userId: string }, ResultDto>({
  name: 'attempts:result',
  version: 1,
  key: ({ attemptId, userId }) => `${attemptId.toLowerCase()}:${userId}`,
  dependsOn: ({ attemptId }) => [one('attempt', attemptId)],
  lifetime: 'result',
});
