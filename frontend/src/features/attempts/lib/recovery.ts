import { sameAnswer, type AnswerValue, type ServerCopy } from './answers';
import type { DeviceRecord } from './device-record';
import { mergeServerCopy, type PendingAnswer, type WorkingCopy } from './working-copy';

/** An answer found on this device that the server does not have. */
export interface FoundAnswer {
  questionId: string;
  value: AnswerValue;
  at: string;
  serverValue: AnswerValue;
}

export interface Findings {
  /** One for each question, the newest where several pages left one. */
  answers: FoundAnswer[];
  /** ISO time of the newest of them, by this device's clock. */
  lastAt: string | null;
  currentQuestionIndex: number | null;
  timeSpent: number;
}

/** Only this user's own records: what somebody else left on a shared computer is never looked at. */
export function ownRecords(
  records: DeviceRecord[],
  attemptId: string,
  userId: string,
): DeviceRecord[] {
  return records.filter((record) => record.userId === userId && record.attemptId === attemptId);
}

function newestPending(
  records: DeviceRecord[],
): Map<string, PendingAnswer & { base: AnswerValue }> {
  const found = new Map<string, PendingAnswer & { base: AnswerValue }>();
  for (const record of records) {
    for (const [questionId, { value, at }] of Object.entries(record.pending)) {
      const known = found.get(questionId);
      if (known && known.at > at) continue;
      const base = record.base[questionId] ?? null;
      found.set(questionId, { value, at, verified: false, revision: 0, base });
    }
  }
  return found;
}

/** Compares what earlier pages left on this device with the server's copy. */
export function findUnsaved(records: DeviceRecord[], server: ServerCopy): Findings {
  const answers: FoundAnswer[] = [];
  for (const [questionId, { value, at }] of newestPending(records)) {
    const serverValue = server.answers[questionId]?.value ?? null;
    if (!sameAnswer(value, serverValue)) answers.push({ questionId, value, at, serverValue });
  }
  const last = records.at(-1);
  return {
    answers,
    lastAt:
      answers
        .map((answer) => answer.at)
        .sort()
        .at(-1) ?? null,
    currentQuestionIndex: last?.currentQuestionIndex ?? null,
    timeSpent: Math.max(0, ...records.map((record) => record.timeSpent)),
  };
}

/**
 * Takes the records' changes over as this page's pending ones. Where another device changed the same
 * question since the record's base, the change becomes a conflict instead of an overwrite.
 * `nextRevision` numbers the changes as if they had been made here.
 */
export function restoreRecords(
  copy: WorkingCopy,
  records: DeviceRecord[],
  nextRevision: () => number,
): WorkingCopy {
  const answers = { ...copy.base.answers };
  const pending: Record<string, PendingAnswer> = { ...copy.pending };
  for (const [questionId, { value, at, base }] of newestPending(records)) {
    if (pending[questionId]) continue;
    // Between that page and this one only the wall clock went on.
    pending[questionId] = { value, at, verified: false, revision: nextRevision() };
    answers[questionId] = { value: base, at, device: '' };
  }
  const before = { ...copy, base: { version: copy.base.version, answers }, pending };
  const owners = new Set(records.flatMap((record) => record.ownDevices));
  return mergeServerCopy(before, copy.base, owners);
}
