import type { TFunction } from 'i18next';

/** What each failure is called in the texts; several codes mean the same to a teacher. */
const TEXTS = {
  EMPTY_FILE: 'failEmpty',
  LEGACY_DOC: 'failLegacy',
  ENCRYPTED: 'failEncrypted',
  MACRO_ENABLED: 'failMacro',
  NOT_DOCX: 'failNotDocx',
  FILE_TOO_LARGE: 'failTooLarge',
  HTTP_413: 'failTooLarge',
  ZIP_INVALID: 'failDamaged',
  XML_INVALID: 'failDamaged',
  MULTIPART_INVALID: 'failCutShort',
  FILE_MISSING: 'failCutShort',
  XML_FORBIDDEN: 'failForbidden',
  ZIP_LIMIT: 'failTooMuch',
  DOC_LIMIT: 'failTooMuch',
  DOC_TIMEOUT: 'failTooMuch',
  DOC_MEMORY: 'failTooMuch',
  PARSER_CRASHED: 'failCrashed',
  NOT_A_QUIZ: 'failNotAQuiz',
  QUIZ_NOT_DRAFT: 'failNotDraft',
} as const;

/** Why an import failed and what to do, for a teacher; null for a code that is not known. */
export function failureText(code: string, t: TFunction<'imports'>): string | null {
  return isKnown(code) ? t(TEXTS[code]) : null;
}

function isKnown(code: string): code is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, code);
}
