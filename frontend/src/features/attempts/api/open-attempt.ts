import { queryOptions } from '@tanstack/react-query';
import { getAttemptsById } from '../../../lib/api/generated/sdk.gen';
import type { Attempt } from '../../../lib/api/generated/types.gen';
import type { TimeAnchor } from '../lib/countdown';
import type { DeviceRecord } from '../lib/device-record';
import { DeviceStore } from '../lib/device-store';
import { isPageOpen } from '../lib/page-lock';
import { findUnsaved, ownRecords, type Findings } from '../lib/recovery';

/** An attempt as the server has it, and what earlier pages of this browser left of it. */
export interface Opening {
  attempt: Attempt;
  /** Null: no time limit. */
  time: TimeAnchor | null;
  /** Of pages that are gone, of this user; all were acknowledged when `findings` has no answers. */
  records: DeviceRecord[];
  findings: Findings;
  /** A damaged copy was found and set aside. */
  corrupt: boolean;
}

/** The attempt as the server has it, with the moment at which its remaining time was told. */
export async function readAttempt(attemptId: string, signal?: AbortSignal) {
  const attempt = await getAttemptsById({ path: { id: attemptId }, signal });
  const { remainingSeconds } = attempt;
  const time: TimeAnchor | null =
    remainingSeconds === null ? null : { remainingSeconds, atMs: performance.now() };
  return { attempt, time };
}

async function abandoned(records: DeviceRecord[]): Promise<DeviceRecord[]> {
  const open = await Promise.all(records.map((record) => isPageOpen(record.clientId)));
  return records.filter((_, index) => !open[index]);
}

async function openAttempt(
  attemptId: string,
  userId: string,
  signal: AbortSignal,
): Promise<Opening> {
  const store = new DeviceStore(attemptId);
  const left = await store.load();
  const records = await abandoned(ownRecords(left.records, attemptId, userId));
  const { attempt, time } = await readAttempt(attemptId, signal);
  const findings = findUnsaved(records, attempt);
  if (findings.answers.length === 0) for (const { clientId } of records) store.forget(clientId);
  return { attempt, time, records, findings, corrupt: left.corrupt };
}

/**
 * Whether earlier pages left answers to the attempt on this device; of anybody where it is not known yet
 * who is signed in (null).
 */
export function deviceCopyQuery(attemptId: string, userId: string | null) {
  return queryOptions({
    queryKey: ['attempt-device-copy', attemptId, userId],
    queryFn: async () => {
      const { records } = await new DeviceStore(attemptId).load();
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
