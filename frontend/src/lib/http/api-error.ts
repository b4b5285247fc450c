export interface FieldError {
  path: string;
  message: string;
}

interface ApiErrorInit {
  status: number;
  code: string;
  detail: string;
  requestId: string | null;
  errors?: FieldError[];
  retryAfterSeconds?: number | null;
  body?: Readonly<Record<string, unknown>>;
}

/** The server answered, and not with what was asked for. `code` is stable, `detail` is its English sentence. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Shown to people as the support code. */
  readonly requestId: string | null;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | null;
  /** The whole problem document, for the members of one code only (such as `server` of VERSION_CONFLICT). */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(init: ApiErrorInit) {
    super(`${init.status} ${init.code}: ${init.detail}`);
    this.name = 'ApiError';
    this.status = init.status;
    this.code = init.code;
    this.detail = init.detail;
    this.requestId = init.requestId;
    this.errors = init.errors ?? [];
    this.retryAfterSeconds = init.retryAfterSeconds ?? null;
    this.body = init.body ?? {};
  }
}

/** No answer came: offline, the server unreachable, or the time-out passed. What the server did is unknown. */
export class NetworkError extends Error {
  readonly requestId: string;

  constructor(requestId: string, cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'NetworkError';
    this.requestId = requestId;
  }
}

/** True for an `ApiError` with one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): error is ApiError {
  return error instanceof ApiError && codes.includes(error.code);
}

/** Reads a `problem+json` answer; one of another kind (a proxy's page) becomes code `HTTP_<status>`. */
export async function readApiError(response: Response): Promise<ApiError> {
  const problem = parseObject(await response.text());
  return new ApiError({
    status: response.status,
    code: text(problem.code) ?? `HTTP_${response.status}`,
    detail: text(problem.detail) ?? text(problem.title) ?? response.statusText,
    requestId: text(problem.requestId) ?? response.headers.get('x-request-id'),
    errors: Array.isArray(problem.errors) ? problem.errors.filter(isFieldError) : [],
    retryAfterSeconds: seconds(response.headers.get('retry-after')),
    body: problem,
  });
}

function parseObject(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return isRecord(parsed) ? parsed : {};
  } catch {
    // Not JSON, so not written by the API: the status alone tells what is known.
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string';
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function seconds(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}
