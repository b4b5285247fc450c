import { STATUS, type Flag } from '../attempt-row.js';
import type { DeltaRow, DeviceRow, HistoryRow } from './attempt-history.repository.js';
import { statusName, toPause } from '../attempts.mapper.js';
import { secondsLeft } from '../domain/attempt-clock.js';
import { isAnswered, sameValue, type AnswerValue } from '../domain/answers.js';
import type {
  AnswerDeltaDto,
  AttemptFlagDto,
  HistoryEntryDto,
  ShownAnswerDto,
  StaffAttemptDto,
} from './staff-attempts.dto.js';
import type { StaffAttemptRow } from './staff-attempts.repository.js';

/** What the history needs to know of a question. */
export interface HistoryQuestion {
  id: string;
  options: readonly { id: string }[];
}

export function toStaffAttempt(row: StaffAttemptRow, questionCount: number): StaffAttemptDto {
  const open = row.status === STATUS.OPEN;
  return {
    id: row.id,
    quiz: { id: row.quizId, title: row.title },
    student: { id: row.userId, name: row.studentName, email: row.studentEmail },
    number: row.number,
    status: statusName(row.status),
    answeredCount: Object.values(row.answers).filter(({ value }) => isAnswered(value)).length,
    questionCount,
    startedAt: row.startedAt.toISOString(),
    savedAt: row.savedAt?.toISOString() ?? null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
    remainingSeconds: open && row.pausedAt === null ? secondsLeft(row, row.now) : null,
    paused: toPause(row),
    score: row.score,
    maxScore: row.maxScore,
    passed: row.passed,
    flags: row.flags.map(toFlag),
    historyPruned: row.historyPruned,
  };
}

/** Flags are written by many; what all of them may have is a time, and answers or the losers of a merge. */
function toFlag({ code, at, answers, losers }: Flag): AttemptFlagDto {
  const about = [answers, losers].find(Array.isArray);
  return {
    code,
    at: typeof at === 'string' ? new Date(at).toISOString() : null,
    answers: about?.length ?? null,
  };
}

export function toHistoryEntry(
  row: HistoryRow,
  deltas: readonly DeltaRow[],
  devices: readonly DeviceRow[],
  questions: readonly HistoryQuestion[],
): HistoryEntryDto {
  const { byId, byName, byEmail } = row;
  const device = devices.find(({ client }) => client === row.client);
  const own = row.kind === 'SAVED' ? deltas.filter(({ version }) => version === row.n) : [];
  return {
    kind: row.kind,
    at: row.at.toISOString(),
    device: device
      ? {
          id: device.client.slice(0, 8),
          number: device.number,
          firstSeenAt: device.firstSeenAt.toISOString(),
        }
      : null,
    changes: toChanges(own, questions),
    by:
      byId !== null && byName !== null && byEmail !== null
        ? { id: byId, name: byName, email: byEmail }
        : null,
    fromDeadline: row.fromDeadline?.toISOString() ?? null,
    toDeadline: row.toDeadline?.toISOString() ?? null,
    remainingSeconds: row.remaining,
  };
}

/** In the order of the questions; an answer that was only sent again has not changed. */
function toChanges(
  deltas: readonly DeltaRow[],
  questions: readonly HistoryQuestion[],
): AnswerDeltaDto[] {
  return questions.flatMap((question, index) => {
    const delta = deltas.find(({ questionId }) => questionId === question.id);
    if (!delta) return [];
    const { before, after } = delta;
    const nothing = !isAnswered(before) && !isAnswered(after);
    if (nothing || sameValue(before, after)) return [];
    return [
      {
        questionNumber: index + 1,
        from: toShown(before, question),
        to: toShown(after, question),
      },
    ];
  });
}

function toShown(value: AnswerValue, { options }: HistoryQuestion): ShownAnswerDto | null {
  if (!isAnswered(value)) return null;
  if (options.length === 0) return { options: null, text: String(value) };
  const chosen = new Set(Array.isArray(value) ? value : [value]);
  const positions = options.flatMap(({ id }, index) => (chosen.has(id) ? [index] : []));
  return { options: positions, text: null };
}
