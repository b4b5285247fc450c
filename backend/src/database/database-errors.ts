const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);
/** Prisma: cannot reach, timed out, pool time-out, connection closed, transaction API. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);
const MESSAGES =
  /timeout exceeded when trying to connect|connection terminated|query read timeout|Connection ended unexpectedly|not queryable|Cannot use a pool after|too many clients/i;
/** Postgres classes 08 (connection), 28 and 3D (not let in), 53 (resources), 57P (shut-down, recovery), 57014 (took too long). */
const SQLSTATE = /^(08...|28...|3D...|53...|57P..|57014)$/;

/** Was it the database that could not be reached or could not serve (as against a wrong query)? */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') {
    if (NETWORK_CODES.has(code) || PRISMA_CODES.has(code) || SQLSTATE.test(code)) return true;
  }
  if (
    error.name === 'DriverAdapterError' &&
    /DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections/.test(error.message)
  )
    return true;
  return MESSAGES.test(error.message) || isDatabaseUnavailable(error.cause);
}

/** Was a statement ended because it took longer than it may? */
export function isStatementTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '57014';
}

/** Is a part of the server that was asked for not in place, such as a library that must be loaded at its start? */
export function isNotInPlace(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '55000';
}

/** Did a write break a unique constraint? */
export function isUniqueViolation(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'P2002' || code === '23505';
}
