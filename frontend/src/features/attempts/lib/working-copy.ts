import { sameAnswer, type AnswerValue, type SavedAnswer, type ServerCopy } from './answers';

/** A change the server has not acknowledged. `revision` grows with every change made on this page. */
export interface PendingAnswer {
  value: AnswerValue;
  /** ISO time of the change by this device's clock: shown to the student, never computed with. */
  at: string;
  /** Chosen while the time left was known from the server and a clock that cannot be changed. */
  verified: boolean;
  revision: number;
}

/** Both this page and another device changed the same question; the student has to choose. */
export interface Conflict {
  questionId: string;
  /** What both started from. */
  base: AnswerValue;
  mine: PendingAnswer;
  theirs: SavedAnswer;
}

/** What this page knows: the server's last known copy and the changes on top of it. */
export interface WorkingCopy {
  base: ServerCopy;
  pending: Readonly<Record<string, PendingAnswer>>;
  /** Held back from saving until the student has chosen; each is in `pending` too. */
  conflicts: Readonly<Record<string, Conflict>>;
}

/** The part of a request that has to be remembered until its outcome is known. */
export interface SentChanges {
  seq: number;
  answers: { questionId: string; value: AnswerValue; revision: number }[];
}

export function openWorkingCopy(server: ServerCopy): WorkingCopy {
  return {
    base: { version: server.version, answers: server.answers },
    pending: {},
    conflicts: {},
  };
}

/** A change is kept even where it returns to the base: an earlier request may still be on its way. */
export function withAnswer(
  copy: WorkingCopy,
  questionId: string,
  change: PendingAnswer,
): WorkingCopy {
  const conflict = copy.conflicts[questionId];
  return {
    ...copy,
    pending: { ...copy.pending, [questionId]: change },
    conflicts: conflict
      ? { ...copy.conflicts, [questionId]: { ...conflict, mine: change } }
      : copy.conflicts,
  };
}

/** Every change to send: all pending ones but those waiting for the student's choice. */
export function unsentAnswers(copy: WorkingCopy): SentChanges['answers'] {
  return Object.entries(copy.pending)
    .filter(([questionId]) => !(questionId in copy.conflicts))
    .map(([questionId, { value, revision }]) => ({ questionId, value, revision }));
}

/** All pending changes, those in conflict too: what submitting hands in. */
export function allPendingAnswers(copy: WorkingCopy): SentChanges['answers'] {
  return Object.entries(copy.pending).map(([questionId, { value, revision }]) => ({
    questionId,
    value,
    revision,
  }));
}

/** The server has taken `sent`: only what has not been changed since leaves the pending ones. */
export function acknowledge(
  copy: WorkingCopy,
  sent: SentChanges,
  saved: { version: number; savedAt: string; device: string },
): WorkingCopy {
  const pending = { ...copy.pending };
  const answers = { ...copy.base.answers };
  for (const { questionId, value, revision } of sent.answers) {
    answers[questionId] = { value, at: saved.savedAt, device: saved.device };
    if (pending[questionId]?.revision === revision) delete pending[questionId];
  }
  return {
    ...copy,
    base: { version: Math.max(copy.base.version, saved.version), answers },
    pending,
  };
}

/**
 * Three-way merge with the server's copy, the last known copy being the base. A question that only one
 * side changed keeps that change; one that both changed differently becomes a conflict.
 * `ownDevices`: clientIds whose writes are this student's own earlier saves from this very page.
 */
export function mergeServerCopy(
  copy: WorkingCopy,
  server: ServerCopy,
  ownDevices: ReadonlySet<string>,
): WorkingCopy {
  if (server.version < copy.base.version) return copy;
  const pending: Record<string, PendingAnswer> = {};
  const conflicts: Record<string, Conflict> = {};
  for (const [questionId, mine] of Object.entries(copy.pending)) {
    const theirs = server.answers[questionId];
    if (theirs && sameAnswer(theirs.value, mine.value)) continue;
    pending[questionId] = mine;
    const asked = copy.conflicts[questionId];
    // Of a question already asked about the base may be "no answer", and the last known copy has theirs.
    const base = asked ? asked.base : (copy.base.answers[questionId]?.value ?? null);
    const changedElsewhere =
      theirs !== undefined && !ownDevices.has(theirs.device) && !sameAnswer(theirs.value, base);
    if (changedElsewhere) conflicts[questionId] = { questionId, base, mine, theirs };
  }
  return { base: server, pending, conflicts };
}

/** The student has chosen: `mine` is sent with the next save, `theirs` drops the change made here. */
export function resolveConflict(
  copy: WorkingCopy,
  questionId: string,
  choice: 'mine' | 'theirs',
): WorkingCopy {
  const conflicts = { ...copy.conflicts };
  delete conflicts[questionId];
  if (choice === 'mine') return { ...copy, conflicts };
  const pending = { ...copy.pending };
  delete pending[questionId];
  return { ...copy, conflicts, pending };
}
