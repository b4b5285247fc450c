import { session } from '../lib/http/browser-session';
import type { PageData } from './page';

/** For what only a signed-in user may ask. */
function signedIn(data: PageData): PageData {
  return async (client, address) => {
    if (session.snapshot().status === 'signed-in') await data(client, address);
  };
}

export const catalogueData: PageData = async (client, { search }) => {
  const [{ quizzesQuery }, { readFilters }] = await Promise.all([
    import('../features/catalogue/api/quizzes'),
    import('../features/catalogue/lib/filters'),
  ]);
  await client.prefetchInfiniteQuery(quizzesQuery(readFilters(search)));
};

const ownAttemptsData = signedIn(async (client, { id }) => {
  const { ownAttemptsQuery } = await import('../features/catalogue/api/attempts');
  await client.prefetchInfiniteQuery(ownAttemptsQuery(id));
});

export const quizData: PageData = async (client, address) => {
  const { quizQuery } = await import('../features/catalogue/api/quizzes');
  await Promise.all([
    client.prefetchQuery(quizQuery(address.id)),
    ownAttemptsData(client, address),
  ]);
};

export const resultData = signedIn(async (client, { id }) => {
  const { resultQuery } = await import('../features/attempts/api/result-queries');
  await client.prefetchQuery(resultQuery(id));
});

export const reviewData = signedIn(async (client, { id }) => {
  const { resultQuery, reviewQuery } = await import('../features/attempts/api/result-queries');
  await Promise.all([client.prefetchQuery(reviewQuery(id)), client.prefetchQuery(resultQuery(id))]);
});

export const importsData = signedIn(async (client) => {
  const { importsQuery } = await import('../features/imports/api/imports');
  await client.prefetchQuery(importsQuery());
});

export const importReviewData = signedIn(async (client, { id }) => {
  const { importQuery } = await import('../features/imports/api/review');
  const item = await client.fetchQuery(importQuery(id)).catch(() => null);
  if (item?.quizId) await adminQuizData(client, { id: item.quizId, search: new URLSearchParams() });
});

export const adminQuizzesData = signedIn(async (client, { search }) => {
  const [{ adminQuizzesQuery }, { quizStatusIn }] = await Promise.all([
    import('../features/quizzes/api/quizzes'),
    import('../features/quizzes/lib/quiz-status'),
  ]);
  await client.prefetchInfiniteQuery(adminQuizzesQuery(quizStatusIn(search)));
});

export const adminQuizData = signedIn(async (client, { id }) => {
  const { adminQuizQuery } = await import('../features/quizzes/api/quizzes');
  await client.prefetchQuery(adminQuizQuery(id));
});

export const healthData = signedIn(async (client) => {
  const { healthQuery } = await import('../features/operations/api/health');
  await client.prefetchQuery(healthQuery());
});

export const cacheData = signedIn(async (client) => {
  const { cacheQuery } = await import('../features/operations/api/cache');
  await client.prefetchQuery(cacheQuery());
});

export const rateLimitsData = signedIn(async (client) => {
  const { rateLimitsQuery } = await import('../features/operations/api/rate-limits');
  await client.prefetchQuery(rateLimitsQuery());
});

export const quizAttemptsData = signedIn(async (client, { id, search }) => {
  const { attemptStateIn, quizAttemptsQuery } =
    await import('../features/invigilation/api/attempts');
  await client.prefetchInfiniteQuery(quizAttemptsQuery(id, attemptStateIn(search)));
});

export const staffAttemptData = signedIn(async (client, { id }) => {
  const { staffAttemptQuery } = await import('../features/invigilation/api/attempts');
  await client.prefetchQuery(staffAttemptQuery(id));
});
