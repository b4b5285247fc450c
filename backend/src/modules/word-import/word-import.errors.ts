import { AppError } from '../../shared/app-error.js';
import { ParseFailure, type ParseFailureCode } from './domain/parse-failure.js';

export function multipartInvalid(cause?: unknown): AppError {
  const detail = 'The upload arrived incomplete or is not a file upload. Please try again.';
  return new AppError('MULTIPART_INVALID', 'bad-request', detail, {}, { cause });
}

export function fileMissing(): AppError {
  return new AppError('FILE_MISSING', 'invalid', 'Send the Word file in the field "file".');
}

export function fileTooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / (1024 * 1024));
  return new AppError(
    'FILE_TOO_LARGE',
    'too-large',
    `The file is larger than ${megabytes} MB. Large pictures can be compressed in Word.`,
  );
}

/** What a look at the first bytes already tells. */
export function fileRefused(code: ParseFailureCode): AppError {
  return new AppError(code, 'unsupported-media', new ParseFailure(code).message);
}

export function uploadKeyReused(): AppError {
  const detail = 'This upload key belongs to another file.';
  return new AppError('UPLOAD_KEY_REUSED', 'invalid', detail);
}

export function categoryUnknown(): AppError {
  return new AppError('CATEGORY_UNKNOWN', 'invalid', 'There is no such category.');
}

export function importUnderWay(): AppError {
  const detail = 'This file is being read. Please wait until it is done.';
  return new AppError('IMPORT_UNDER_WAY', 'conflict', detail);
}

/** Also how an import fails whose quiz was published while its file was being read again. */
export function quizNotDraft(): AppError {
  const detail = 'The quiz is no draft any more: its questions can no longer change.';
  return new AppError('QUIZ_NOT_DRAFT', 'conflict', detail);
}

export function quizRemoved(): AppError {
  const detail = 'The quiz made of this file was removed. Upload the file again to make another.';
  return new AppError('QUIZ_REMOVED', 'conflict', detail);
}

export function batchUnknown(): AppError {
  return new AppError('BATCH_UNKNOWN', 'invalid', 'There is no such batch of yours.');
}

export function batchFull(): AppError {
  return new AppError('BATCH_FULL', 'conflict', 'This batch has all the files it was made for.');
}

export function batchClosed(): AppError {
  const detail = 'This batch takes no more files: it was begun more than an hour ago.';
  return new AppError('BATCH_CLOSED', 'conflict', detail);
}
