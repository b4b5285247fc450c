import {
  patchAttemptsByIdProgress,
  postAttemptsByIdSubmit,
} from '../../../lib/api/generated/sdk.gen';
import type { AttemptResult } from '../../../lib/api/generated/types.gen';
import { ApiError, NetworkError } from '../../../lib/http/api-error';
import { session } from '../../../lib/http/browser-session';
import type { ServerCopy } from '../lib/answers';
import type {
  Failure,
  Mutation,
  SaveOutcome,
  SubmitOutcome,
  Transport,
} from '../lib/autosave-types';

/** Browsers let requests that outlive their page carry 64 KiB in all. */
const KEEPALIVE_BYTES = 60_000;
/** Answers on which the same request may yet succeed. */
const PASSING = new Set([408, 425, 429]);

function isServerCopy(value: unknown): value is ServerCopy {
  return typeof value === 'object' && value !== null && 'version' in value && 'answers' in value;
}

function unavailable(
  reason: 'offline' | 'server' | 'limited',
  details: { requestId: string | null; retryAfterSeconds?: number | null },
): Failure {
  const { requestId, retryAfterSeconds = null } = details;
  return { kind: 'unavailable', reason, requestId, retryAfterSeconds };
}

/** Signed in again by now, perhaps in another tab: nobody would tell of it any more, so try again. */
function signedOutOf(error: ApiError): Failure {
  const again = session.snapshot().status === 'signed-in';
  return again ? unavailable('server', error) : { kind: 'signed-out' };
}

/** What a failed request means for the answers it carried. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NetworkError) return unavailable('offline', error);
  if (!(error instanceof ApiError)) return unavailable('offline', { requestId: null });
  if (error.status === 401) return signedOutOf(error);
  if (error.code === 'ATTEMPT_CLOSED') return { kind: 'closed' };
  if (error.status === 429) return unavailable('limited', error);
  if (error.status >= 500 || PASSING.has(error.status)) return unavailable('server', error);
  return { kind: 'refused', code: error.code, requestId: error.requestId };
}

function saveFailureOf(error: unknown): SaveOutcome {
  if (error instanceof ApiError && error.code === 'VERSION_CONFLICT') {
    const { server } = error.body;
    if (isServerCopy(server)) return { kind: 'conflict', server };
  }
  return failureOf(error);
}

function fitsKeepalive(mutation: Mutation): boolean {
  return new TextEncoder().encode(JSON.stringify(mutation)).length <= KEEPALIVE_BYTES;
}

/** Somebody else has signed in on this page or in another tab: these answers are not theirs to send. */
function isForeign(userId: string): boolean {
  const { user } = session.snapshot();
  return user !== null && user.id !== userId;
}

/** Sends an attempt's mutations over HTTP; `onResult` gets the result of handing in before it is told. */
export function createTransport(
  { attemptId, userId }: { attemptId: string; userId: string },
  onResult: (result: AttemptResult) => void,
): Transport {
  const path = { id: attemptId };
  return {
    async save(mutation, { leaving }): Promise<SaveOutcome> {
      if (isForeign(userId)) return { kind: 'signed-out' };
      const keepalive = leaving && fitsKeepalive(mutation);
      try {
        const saved = await patchAttemptsByIdProgress({ path, body: mutation, keepalive });
        return { kind: 'saved', ...saved };
      } catch (error) {
        return saveFailureOf(error);
      }
    },
    async submit(submission): Promise<SubmitOutcome> {
      if (isForeign(userId)) return { kind: 'signed-out' };
      try {
        const result = await postAttemptsByIdSubmit({ path, body: submission });
        onResult(result);
        // Late answers are in the server's hands, whatever is decided on them.
        const included = result.included || result.late !== null;
        return { kind: 'submitted', savedAt: result.submittedAt, included };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}
