/** What kind of refusal it is; `http/` turns it into a status, other transports into theirs. */
export type ErrorKind =
  | 'bad-request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable';

/** A field of a request that is not as it should be. */
export interface FieldError {
  path: string;
  message: string;
}

/**
 * A refusal that a caller may be told. `code` is UPPER_SNAKE and stable, `detail` one sentence for a person,
 * `details` further members of the answer (`retryAfterSeconds` also becomes a Retry-After header).
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly detail: string,
    readonly details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.name = 'AppError';
  }
}

/** 404 NOT_FOUND for `what`; also the answer where something exists but is not the caller's. */
export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', 'not-found', `There is no such ${what}.`);
}
