import { readApiError } from './api-error';
import { noteRoom } from './request-room';
import { send } from './send';
import type { Session } from './session';

/** What anybody may read: asked for at once, without waiting for the session to be renewed. */
const PUBLIC_READS = [/^\/api\/categories$/, /^\/api\/quizzes$/, /^\/api\/quizzes\/[^/]+$/];

/**
 * A `fetch` for our API. Adds the access token; when the server refuses it, renews it once and tries again.
 * Throws ApiError for every answer that is not 2xx, and NetworkError when there is none.
 */
export function createApiFetch(session: Session): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = isAuthRoute(request)
      ? await send(request)
      : await sendAuthorized(session, request);
    noteRoom(response.headers);
    if (!response.ok) throw await readApiError(response);
    return response;
  };
}

async function sendAuthorized(session: Session, request: Request): Promise<Response> {
  const token = isPublicRead(request) ? session.currentToken() : await session.accessToken();
  const again = request.clone();
  const response = await send(withToken(request, token));
  if (response.status !== 401 || token === null) return response;
  const renewed = await session.refresh(token);
  return renewed === null ? response : send(withToken(again, renewed));
}

function withToken(request: Request, token: string | null): Request {
  if (token !== null) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

function isPublicRead(request: Request): boolean {
  const path = new URL(request.url).pathname;
  return request.method === 'GET' && PUBLIC_READS.some((pattern) => pattern.test(path));
}

/** Log in, register, refresh and log out work by password or cookie; `me` alone needs the token. */
function isAuthRoute(request: Request): boolean {
  const path = new URL(request.url).pathname;
  return path.startsWith('/api/auth/') && path !== '/api/auth/me';
}
