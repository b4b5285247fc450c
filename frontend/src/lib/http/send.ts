import { randomId } from '../ids';
import { NetworkError } from './api-error';

const ANSWER_TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 300_000;

/** Sends a request under a fresh X-Request-ID; throws NetworkError when no answer came in time. */
export async function send(request: Request): Promise<Response> {
  const requestId = randomId();
  request.headers.set('X-Request-ID', requestId);
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs(request))]);
  try {
    return await fetch(request, { signal });
  } catch (error) {
    // Given up by the caller: not a failure of the network.
    if (request.signal.aborted) throw error;
    throw new NetworkError(requestId, error);
  }
}

function timeoutMs(request: Request): number {
  const isUpload = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
  return isUpload ? UPLOAD_TIMEOUT_MS : ANSWER_TIMEOUT_MS;
}
