import type { SharedEnv } from './env.schema.js';

/** How long values of each kind are kept, in seconds; `missing`: that there is nothing of an id. */
export type CacheLifetime =
  | 'general'
  | 'quizList'
  | 'quizDetail'
  | 'questions'
  | 'categories'
  | 'profile'
  | 'result'
  | 'questionBank'
  | 'missing';

/** From the settings; what names no time of its own has the general one. */
export function cacheLifetimes(env: SharedEnv): Record<CacheLifetime, number> {
  const general = env.CACHE_TTL;
  return {
    general,
    quizList: env.CACHE_TTL_QUIZ_LIST ?? general,
    quizDetail: env.CACHE_TTL_QUIZ_DETAIL ?? general,
    questions: env.CACHE_TTL_QUESTIONS,
    categories: env.CACHE_TTL_CATEGORIES,
    profile: env.CACHE_TTL_PROFILE ?? general,
    result: env.CACHE_TTL_RESULT ?? general,
    questionBank: env.CACHE_TTL_QUESTION_BANK,
    missing: env.CACHE_TTL_MISSING,
  };
}
