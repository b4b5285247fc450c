import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getAdminAttemptsById,
  getAdminAttemptsByIdHistory,
  getAdminAttemptsByIdLateAnswers,
  getAdminQuizzesById,
  getAdminQuizzesByIdAttempts,
  getAdminReceiptsByReceiptId,
  patchAdminAttemptsByIdTime,
  postAdminAttemptsByIdLateAnswersDecision,
  postAdminAttemptsByIdPause,
  postAdminAttemptsByIdResume,
  postAdminQuizzesByIdAttemptsExtraTime,
} from '../../../lib/api/generated/sdk.gen';
import type {
  AdjustTimeRequest,
  ExtraTimeRequest,
  LateDecisionRequest,
} from '../../../lib/api/generated/types.gen';

/** Students are writing while a teacher looks on. */
const LIVE_MS = 5_000;
const PAGE_SIZE = 50;

export const ATTEMPT_STATES = ['OPEN', 'CLOSED', 'FLAGGED'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** The state that the address of a list asks for; null: any. */
export function attemptStateIn(search: URLSearchParams): AttemptState | null {
  return ATTEMPT_STATES.find((known) => known === search.get('state')) ?? null;
}

/** Keys begin alike, so that one change of the time has all of them asked for anew. */
export const STAFF_ATTEMPTS = 'staff-attempts';

/** The attempts at a quiz, those begun last first; asked for again every few seconds. */
export function quizAttemptsQuery(quizId: string, state: AttemptState | null) {
  return infiniteQueryOptions({
    queryKey: [STAFF_ATTEMPTS, 'of-quiz', quizId, { state }],
    queryFn: ({ pageParam, signal }) =>
      getAdminQuizzesByIdAttempts({
        signal,
        path: { id: quizId },
        query: {
          state: state ?? undefined,
          limit: String(PAGE_SIZE),
          cursor: pageParam ?? undefined,
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    // Each page that was loaded is asked for again: a long list less often, so that it stays one request in 5 s.
    refetchInterval: ({ state }) => LIVE_MS * (state.data?.pages.length ?? 1),
  });
}

export function staffAttemptQuery(id: string) {
  return queryOptions({
    queryKey: [STAFF_ATTEMPTS, 'one', id],
    queryFn: ({ signal }) => getAdminAttemptsById({ path: { id }, signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'OPEN' ? LIVE_MS : false),
  });
}

/** What happened to an attempt, newest first. */
export function historyQuery(id: string, live: boolean) {
  return infiniteQueryOptions({
    queryKey: [STAFF_ATTEMPTS, 'history', id],
    queryFn: ({ pageParam, signal }) =>
      getAdminAttemptsByIdHistory({
        signal,
        path: { id },
        query: { limit: String(PAGE_SIZE), cursor: pageParam ?? undefined },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    refetchInterval: live ? LIVE_MS : false,
  });
}

/** Answers that came after the time was over; while the result is provisional more may come. */
export function lateAnswersQuery(attemptId: string) {
  return queryOptions({
    queryKey: [STAFF_ATTEMPTS, 'late', attemptId],
    queryFn: ({ signal }) => getAdminAttemptsByIdLateAnswers({ path: { id: attemptId }, signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.provisionalUntil == null ? false : LIVE_MS),
  });
}

export function decideLate(attemptId: string, body: LateDecisionRequest) {
  return postAdminAttemptsByIdLateAnswersDecision({ path: { id: attemptId }, body });
}

export function checkReceipt(receiptId: string) {
  return getAdminReceiptsByReceiptId({ path: { receiptId } });
}

export function quizTitleQuery(quizId: string) {
  return queryOptions({
    queryKey: ['admin-quiz', quizId],
    queryFn: ({ signal }) => getAdminQuizzesById({ path: { id: quizId }, signal }),
    select: ({ title }) => title,
  });
}

export function extendQuiz(quizId: string, body: ExtraTimeRequest) {
  return postAdminQuizzesByIdAttemptsExtraTime({ path: { id: quizId }, body });
}

export function adjustTime(id: string, body: AdjustTimeRequest) {
  return patchAdminAttemptsByIdTime({ path: { id }, body });
}

export function pauseAttempt(id: string) {
  return postAdminAttemptsByIdPause({ path: { id } });
}

export function resumeAttempt(id: string) {
  return postAdminAttemptsByIdResume({ path: { id } });
}
