import type { TFunction } from 'i18next';

/** What each refusal of the server is called in the texts; its own sentence is English only. */
const TEXTS = {
  ATTEMPTS_EXHAUSTED: 'refusedNoAttempts',
  ATTEMPT_CLOSED: 'refusedAttemptClosed',
  ATTEMPT_OPEN: 'refusedAttemptOpen',
  CATEGORY_EXISTS: 'refusedCategoryExists',
  CATEGORY_UNKNOWN: 'refusedCategoryUnknown',
  FILE_TOO_LARGE: 'refusedTooLarge',
  HTTP_413: 'refusedTooLarge',
  QUIZ_EMPTY: 'refusedQuizEmpty',
  QUIZ_HAS_ERRORS: 'refusedQuizErrors',
  QUIZ_NOT_DRAFT: 'refusedNotDraft',
  QUIZ_NOT_OPEN: 'refusedQuizNotOpen',
  UNKNOWN_OPTION: 'refusedChanged',
  UNKNOWN_QUESTION: 'refusedChanged',
  UPLOAD_KEY_REUSED: 'refusedUploadReused',
  VALIDATION_FAILED: 'refusedInvalid',
} as const;

/** Why the server refused, in the language of the page; a general sentence for a code that is not known. */
export function refusalText(code: string, t: TFunction<'common'>): string {
  return isKnown(code) ? t(TEXTS[code]) : t('errorRefusedAdvice');
}

function isKnown(code: string): code is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, code);
}
