import type { RouteObject } from 'react-router';
import { page, staffPage } from './page';
import {
  adminQuizData,
  adminQuizzesData,
  cacheData,
  healthData,
  importReviewData,
  importsData,
  quizAttemptsData,
  rateLimitsData,
  staffAttemptData,
} from './page-data';
import { RequireId } from './require-id';

const listRoutes: RouteObject[] = [
  {
    path: 'admin/import',
    ...staffPage(
      ['imports'],
      async () => (await import('../features/imports/pages/import-page')).ImportPage,
      importsData,
    ),
  },
  {
    path: 'admin/import/guide',
    ...page(async () => (await import('../features/import-guide/pages/guide-page')).GuidePage),
  },
  {
    path: 'admin/quizzes',
    ...staffPage(
      ['quizzes'],
      async () => (await import('../features/quizzes/pages/quiz-list-page')).QuizListPage,
      adminQuizzesData,
    ),
  },
];

const operationsRoutes: RouteObject[] = [
  {
    path: 'admin/operations',
    ...staffPage(
      ['operations'],
      async () => (await import('../features/operations/pages/system-page')).SystemPage,
      healthData,
    ),
  },
  {
    path: 'admin/operations/cache',
    ...staffPage(
      ['operations'],
      async () => (await import('../features/operations/pages/cache-page')).CachePage,
      cacheData,
    ),
  },
  {
    path: 'admin/operations/rate-limits',
    ...staffPage(
      ['operations'],
      async () => (await import('../features/operations/pages/rate-limits-page')).RateLimitsPage,
      rateLimitsData,
    ),
  },
];

const itemRoutes: RouteObject[] = [
  {
    path: 'admin/imports/:id/review',
    ...staffPage(
      ['imports', 'quizzes', 'diagnostics'],
      async () => (await import('./import-review-page')).ImportReviewPage,
      importReviewData,
    ),
  },
  {
    path: 'admin/quizzes/:id',
    ...staffPage(
      ['quizzes', 'diagnostics'],
      async () => (await import('../features/quizzes/pages/quiz-draft-page')).QuizDraftPage,
      adminQuizData,
    ),
  },
  {
    path: 'admin/quizzes/:id/attempts',
    ...staffPage(
      ['invigilation'],
      async () =>
        (await import('../features/invigilation/pages/quiz-attempts-page')).QuizAttemptsPage,
      quizAttemptsData,
    ),
  },
  {
    path: 'admin/attempts/:id',
    ...staffPage(
      ['invigilation'],
      async () =>
        (await import('../features/invigilation/pages/staff-attempt-page')).StaffAttemptPage,
      staffAttemptData,
    ),
  },
];

export const staffRoutes: RouteObject[] = [
  ...listRoutes,
  ...operationsRoutes,
  { element: <RequireId />, children: itemRoutes },
];
