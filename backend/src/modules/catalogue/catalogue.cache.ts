import { any, one } from '../../cache/change.js';
import { defineCache } from '../../cache/define-cache.js';
import { canonicalJson } from '../../shared/hash.js';
import type { Page } from '../../shared/pagination.js';
import type {
  AdminQuizDetailDto,
  CategoryDto,
  QuizCardDto,
  QuizDetailDto,
  QuizListQuery,
} from './catalogue.dto.js';

export const quizListCache = defineCache<QuizListQuery, Page<QuizCardDto>>({
  name: 'quizzes:list',
  version: 2,
  key: canonicalJson,
  dependsOn: () => [any('quiz'), any('category')],
  lifetime: 'quizList',
});

export const quizDetailCache = defineCache<string, QuizDetailDto | null>({
  name: 'quizzes:detail',
  version: 2,
  key: (quizId) => quizId.toLowerCase(),
  dependsOn: (quizId) => [one('quiz', quizId), any('category')],
  lifetime: 'quizDetail',
});

/** Which version's questions are asked to those who start now; null: the quiz is not published. */
export const questionsCache = defineCache<string, { versionId: string } | null>({
  name: 'questions',
  version: 1,
  key: (quizId) => quizId.toLowerCase(),
  dependsOn: (quizId) => [one('quiz', quizId)],
  lifetime: 'questions',
});

export const categoryListCache = defineCache<null, { items: CategoryDto[] }>({
  name: 'categories:list',
  version: 2,
  key: () => 'all',
  dependsOn: () => [any('quiz'), any('category')],
  lifetime: 'categories',
});

/** A quiz with its questions and keys: for staff, who all see the same. */
export const questionBankCache = defineCache<string, AdminQuizDetailDto | null>({
  name: 'questions:bank',
  version: 1,
  key: (quizId) => quizId.toLowerCase(),
  dependsOn: (quizId) => [one('quiz', quizId), one('draft', quizId), any('category')],
  lifetime: 'questionBank',
});
