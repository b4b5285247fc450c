import { defineCache } from '../../cache/define-cache.js';
import { canonicalJson } from '../../shared/hash.js';
import type { Page } from '../../shared/pagination.js';
import type { CategoryDto, QuizCardDto, QuizDetailDto, QuizListQuery } from './catalogue.dto.js';

export const quizListCache = defineCache<QuizListQuery, Page<QuizCardDto>>({
  name: 'quizzes:list',
  version: 2,
  key: canonicalJson,
  ttlSeconds: 3600,
});

export const quizDetailCache = defineCache<string, QuizDetailDto>({
  name: 'quizzes:detail',
  version: 1,
  key: (quizId) => quizId,
  ttlSeconds: 3600,
});

export const categoryListCache = defineCache<null, { items: CategoryDto[] }>({
  name: 'categories:list',
  version: 1,
  key: () => 'all',
  ttlSeconds: 86_400,
});
