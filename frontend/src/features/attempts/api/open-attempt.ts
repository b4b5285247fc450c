import { queryOptions } from '@tanstack/react-query';
import { getAttemptsById } from '../../../lib/api/generated/sdk.gen';
import type { Attempt } from '../../../lib/api/generated/types.gen';
import { ApiError, NetworkError } from '../../../lib/http/api-error';
import { anchorTime, type TimeAnchor } from '../lib/countdown';
import { forgetContent } from '../lib/device-content';
import type { DeviceRecord } from '../lib/device-record';
import { DeviceStore } from '../lib/device-store';
import { KeptAttempt } from '../lib/kept-attempt';
import { noteIncidents } from '../lib/incidents';
import { findUnsaved, ownRecords, type Findings } from '../lib/recovery';

interface ReadAttempt {
  attempt: Attempt;
  /** Null: no time limit. */
  time: TimeAnchor | null;
}

/** An attempt as the server has it, and what earlier pages of this browser left of it. */
export interface Opening extends ReadAttempt {
  /** The server could not be asked: this is what it told when it last could. */
  fromDevice: boolean;
  /** Of pages that are gone, of this user; all were acknowledged when `findings` has no answers. */
  records: DeviceRecord[];
  findings: Findings;
  /** A damaged copy was found and set aside. */
  corrupt: boolean;
}

/** With a copy on the device nobody waits longer for a network that is there and brings nothing. */
const PATIENCE_MS = 4_000;

/** The attempt as the server has it, with the moment at which its remaining time was told. */
export async function readAttempt(attemptId: string, signal?: AbortSignal): Promise<ReadAttempt> {
  const askedMs = performance.now();
  const attempt = await getAttemptsById({ path: { id: attemptId }, signal });
  const { remainingSeconds } = attempt;
  return {
    attempt,
    time: remainingSeconds === null ? null : anchorTime(remainingSeconds, askedMs),
  };
}

function isAway(error: unknown): boolean {
  return error instanceof NetworkError || (error instanceof ApiError && error.status >= 500);
}

/** From the server, or from the device where the server cannot be asked just now. */
async function readOrRecall(attemptId: string, userId: string, signal: AbortSignal) {
  const reading = readAttempt(attemptId, signal);
  // It may fail after nobody waits for it any more.
  reading.catch(() => undefined);
  const kept = await new KeptAttempt(attemptId, userId).recall();
  if (!kept) return { ...(await reading), fromDevice: false };
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  try {
    const fresh = await Promise.race([reading, patience]);
    if (fresh) return { ...fresh, fromDevice: false };
  } catch (error) {
    if (!isAway(error)) throw error;
  }
  return { ...kept, fromDevice: true };
}

async function openAttempt(
  attemptId: string,
  userId: string,
  signal: AbortSignal,
): Promise<Opening> {
  const store = new DeviceStore(attemptId);
  const left = await store.load();
  noteIncidents(attemptId, left.incidents);
  // This page leads: no other one goes on with what it has, be it still there and hung.
  const records = ownRecords(left.records, attemptId, userId);
  const read = await readOrRecall(attemptId, userId, signal);
  if (read.attempt.status !== 'OPEN') await forgetContent(attemptId, userId);
  const findings = findUnsaved(records, read.attempt);
  if (findings.answers.length === 0) for (const { clientId } of records) store.forget(clientId);
  return { ...read, records, findings, corrupt: left.incidents.length > 0 };
}

/**
 * Whether earlier pages left answers to the attempt on this device; of anybody where it is not known yet
 * who is signed in (null).
 */
export function deviceCopyQuery(attemptId: string, userId: string | null) {
  return queryOptions({
    queryKey: ['attempt-device-copy', attemptId, userId],
    queryFn: async () => {
      const { records, incidents } = await new DeviceStore(attemptId).load();
      noteIncidents(attemptId, incidents);
      return records.some((record) => userId === null || record.userId === userId);
    },
    gcTime: 0,
    staleTime: 0,
  });
}

/**
 * Never taken from a cache: the runner starts from the version, the answers and the time left of this
 * very moment, and from what is on the device now.
 */
export function openingQuery(attemptId: string, userId: string) {
  return queryOptions({
    queryKey: ['attempt-opening', attemptId, userId],
    queryFn: ({ signal }) => openAttempt(attemptId, userId, signal),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnMount: 'always',
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}
