import { HttpException } from '@nestjs/common';
import { isDatabaseUnavailable } from '../database/database-errors.js';
import { AppError, type ErrorKind } from '../shared/app-error.js';

/** An error answer as RFC 9457 `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId?: string;
  [member: string]: unknown;
}

const STATUS: Record<ErrorKind, number> = {
  'bad-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  invalid: 422,
  'rate-limited': 429,
  unavailable: 503,
};

const TITLE: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible in this state',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  422: 'The request is not valid',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Something went wrong here',
  503: 'Not available at the moment',
};

/** Codes and sentences for what the framework refuses by itself, by status. */
const FRAMEWORK: Record<number, { code: string; detail: string }> = {
  400: { code: 'BAD_REQUEST', detail: 'The request cannot be read.' },
  401: { code: 'UNAUTHENTICATED', detail: 'Please sign in.' },
  403: { code: 'FORBIDDEN', detail: 'You may not do this.' },
  404: { code: 'NOT_FOUND', detail: 'There is nothing at this address.' },
  413: { code: 'BODY_TOO_LARGE', detail: 'The request is larger than is accepted.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', detail: 'This content type is not accepted here.' },
  422: { code: 'VALIDATION_FAILED', detail: 'The request is not valid.' },
  429: { code: 'RATE_LIMITED', detail: 'Too many requests. Please wait a little.' },
};

function problem(status: number, code: string, detail: string, more: object = {}): Problem {
  return {
    type: 'about:blank',
    title: TITLE[status] ?? 'Request refused',
    status,
    code,
    detail,
    ...more,
  };
}

function frameworkStatus(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/**
 * What a caller is told of an error. Only AppErrors speak for themselves; whatever else happened gives a fixed
 * sentence, so that no stack, SQL or library word leaves the server.
 */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError) {
    return problem(STATUS[error.kind], error.code, error.detail, error.details);
  }
  if (isDatabaseUnavailable(error)) {
    const detail =
      'The database cannot be reached at the moment. Your answers stay in your browser.';
    return problem(503, 'DB_UNAVAILABLE', detail, { retryAfterSeconds: 3 });
  }
  const status = frameworkStatus(error);
  const known = status === undefined ? undefined : FRAMEWORK[status];
  if (status !== undefined && known !== undefined) return problem(status, known.code, known.detail);
  if (status !== undefined && status >= 400 && status < 500) {
    return problem(status, 'REQUEST_REFUSED', 'The request was refused.');
  }
  return problem(500, 'INTERNAL_ERROR', 'Something went wrong on our side. The error is recorded.');
}
