import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  deleteAdminQuizzesByIdQuestionsByQuestionId,
  getAdminQuizzes,
  getAdminQuizzesById,
  getAdminQuizzesByIdExportDocx,
  getCategories,
  getImportsById,
  patchAdminQuizzesById,
  patchAdminQuizzesByIdQuestionsByQuestionId,
  postAdminQuizzesByIdArchive,
  postAdminQuizzesByIdPublish,
  postAdminQuizzesByIdQuestionsByQuestionIdDiagnosticsDismiss,
  postCategories,
  putAdminQuizzesByIdQuestionsByQuestionIdKey,
} from '../../../lib/api/generated/sdk.gen';
import type {
  QuizStatus,
  UpdateQuestionRequest,
  UpdateQuizRequest,
} from '../../../lib/api/generated/types.gen';
import type { Locale } from '../../../lib/i18n/locales';

const PAGE_SIZE = 50;

/** All quizzes as staff see them, those changed last first. */
export function adminQuizzesQuery(status: QuizStatus | null) {
  return infiniteQueryOptions({
    queryKey: ['admin-quizzes', { status }],
    queryFn: ({ pageParam, signal }) =>
      getAdminQuizzes({
        signal,
        query: {
          status: status ?? undefined,
          limit: String(PAGE_SIZE),
          cursor: pageParam ?? undefined,
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** One quiz with its answer key and what the import doubted. */
export function adminQuizQuery(id: string) {
  return queryOptions({
    queryKey: ['admin-quiz', id],
    queryFn: ({ signal }) => getAdminQuizzesById({ path: { id }, signal }),
    staleTime: 0,
  });
}

/** The import a draft came from: what of the document belongs to no question. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => getImportsById({ path: { id }, signal }),
    staleTime: Infinity,
  });
}

export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories'],
    queryFn: ({ signal }) => getCategories({ signal }),
  });
}

export function createCategory(name: string) {
  return postCategories({ body: { name } });
}

export function updateQuiz(id: string, body: UpdateQuizRequest) {
  return patchAdminQuizzesById({ path: { id }, body });
}

export function setKey(id: string, questionId: string, correctOptionIds: string[]) {
  return putAdminQuizzesByIdQuestionsByQuestionIdKey({
    path: { id, questionId },
    body: { correctOptionIds },
  });
}

/** Changes a question of a draft; fields left out stay as they are. */
export function updateQuestion(id: string, questionId: string, body: UpdateQuestionRequest) {
  return patchAdminQuizzesByIdQuestionsByQuestionId({ path: { id, questionId }, body });
}

/** Puts a doubt about a question aside as seen. */
export function dismissDiagnostic(id: string, questionId: string, code: string) {
  return postAdminQuizzesByIdQuestionsByQuestionIdDiagnosticsDismiss({
    path: { id, questionId },
    body: { code },
  });
}

export function removeQuestion(id: string, questionId: string) {
  return deleteAdminQuizzesByIdQuestionsByQuestionId({ path: { id, questionId } });
}

/** The quiz as a Word document; `language` is that of its own words, such as “Answer”. */
export function exportQuiz(id: string, language: Locale) {
  return getAdminQuizzesByIdExportDocx({ path: { id }, query: { language } });
}

export function publishQuiz(id: string) {
  return postAdminQuizzesByIdPublish({ path: { id } });
}

export function archiveQuiz(id: string) {
  return postAdminQuizzesByIdArchive({ path: { id } });
}
