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
