import { one } from '../../cache/change.js';
import { defineCache } from '../../cache/define-cache.js';
import type { UserDto } from './identity.dto.js';

/** The account of one user, for that user. */
export const profileCache = defineCache<string, UserDto | null>({
  name: 'user:profile',
  version: 1,
  key: (userId) => userId,
  dependsOn: (userId) => [one('user', userId)],
  lifetime: 'profile',
});
