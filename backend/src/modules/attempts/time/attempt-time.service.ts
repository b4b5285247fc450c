import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../database/database.service.js';
import { EventPublisher } from '../../../events/event-publisher.service.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { notFound } from '../../../shared/app-error.js';
import { newId } from '../../../shared/ids.js';
import { STATUS, type AttemptRow } from '../attempt-row.js';
import type {
  AdjustmentKind,
  AdjustTimeRequest,
  AttemptTimeDto,
  ExtraTimeRequest,
} from './attempt-time.dto.js';
import {
  attemptPaused,
  deadlinePast,
  noTimeLimit,
  pausedByStaff,
  pauseNotAllowed,
  requestReused,
} from './attempt-time.errors.js';
import {
  AttemptTimeRepository,
  type ExtraTime,
  type TimeChange,
} from './attempt-time.repository.js';
import { attemptClosed } from '../attempts.errors.js';
import { statusName, toPause } from '../attempts.mapper.js';
import { AttemptsRepository } from '../attempts.repository.js';
import {
  isOver,
  paused,
  resumed,
  secondsLeft,
  withExtraTime,
  type AttemptClock,
} from '../domain/attempt-clock.js';
import { isOverdue } from '../domain/deadline.js';
import { StaffAttemptsRepository } from '../staff/staff-attempts.repository.js';
import { SubmissionRepository, type LockedAttempt } from '../submission/submission.repository.js';
import { SubmissionService } from '../submission/submission.service.js';
import { VersionReader } from '../version-reader.js';

/** Attempts locked at a time: their saves wait for no longer than these take. */
const ATTEMPTS_AT_A_TIME = 200;

/** The kind of a change and the clock it leads to; null: it is so already. */
type Change = { kind: AdjustmentKind; clock: AttemptClock; extraTimeId?: string } | null;

/** Changing the time of open attempts, by staff or where allowed by the student; told to the open pages at once. */
@Injectable()
export class AttemptTimeService {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly times: AttemptTimeRepository,
    private readonly staff: StaffAttemptsRepository,
    private readonly submissions: SubmissionRepository,
    private readonly closing: SubmissionService,
    private readonly versions: VersionReader,
    private readonly events: EventPublisher,
    private readonly logger: AppLogger,
  ) {}

  /** The student's own attempt; closed first when its time has run out. */
  async getTime(userId: string, attemptId: string): Promise<AttemptTimeDto> {
    return toTime(await this.closing.getCurrent(userId, attemptId));
  }

  /** Another deadline, or more time; a repeat of a request for more time is answered and adds nothing. */
  adjust(staffId: string, attemptId: string, request: AdjustTimeRequest): Promise<AttemptTimeDto> {
    if ('extraSeconds' in request) return this.extend(staffId, attemptId, request);
    return this.change(staffId, attemptId, (attempt) =>
      moved(attempt, new Date(request.deadlineAt)),
    );
  }

  pause(staffId: string, attemptId: string): Promise<AttemptTimeDto> {
    return this.change(staffId, attemptId, (attempt) => {
      if (attempt.pausedAt !== null && attempt.pausedBy !== attempt.userId) return null;
      return { kind: 'PAUSE', clock: stopped(attempt, staffId, null) };
    });
  }

  resume(staffId: string, attemptId: string): Promise<AttemptTimeDto> {
    return this.change(staffId, attemptId, started);
  }

  /** A student's own pause ends with the quiz; one that stands still already stays as it is. */
  async pauseOwn(userId: string, attemptId: string): Promise<AttemptTimeDto> {
    const { version } = await this.getOwn(userId, attemptId);
    if (!version.pauseAllowed) throw pauseNotAllowed();
    return this.change(userId, attemptId, (attempt) => {
      if (attempt.pausedAt !== null) return null;
      return { kind: 'PAUSE', clock: stopped(attempt, userId, version.closesAt) };
    });
  }

  async resumeOwn(userId: string, attemptId: string): Promise<AttemptTimeDto> {
    await this.getOwn(userId, attemptId);
    return this.change(userId, attemptId, (attempt) => {
      if (attempt.pausedAt !== null && attempt.pausedBy !== userId) throw pausedByStaff();
      return started(attempt);
    });
  }

  /**
   * More time for every attempt of a quiz that is open and has a limit; how many were given it. A repeat gives it to
   * those whom an earlier one did not reach, and to none who began later.
   */
  async extendQuiz(
    staffId: string,
    quizId: string,
    { requestId, extraSeconds }: ExtraTimeRequest,
  ): Promise<number> {
    if (!(await this.staff.quizExists(quizId))) throw notFound('quiz');
    const extra = { id: requestId, byUserId: staffId, targetId: quizId, seconds: extraSeconds };
    const { at } = await this.database.transaction((tx) => this.note(tx, extra));
    let last: string | null = null;
    do {
      const afterId: string | null = last;
      last = await this.database.transaction((tx) => this.extendSome(tx, extra, at, afterId));
    } while (last !== null);
    const given = await this.database.transaction((tx) => this.times.listGiven(tx, requestId));
    const attempts = given.length;
    this.logger.info('extra time given to a quiz', { quizId, extraSeconds, attempts });
    return attempts;
  }

  /** @returns the last attempt it looked at; null: there are no more */
  private async extendSome(
    tx: Transaction,
    { id, byUserId, targetId, seconds }: ExtraTime,
    by: Date,
    afterId: string | null,
  ): Promise<string | null> {
    const of = { quizId: targetId, by };
    const open = await this.times.lockOpenAttempts(tx, of, afterId, ATTEMPTS_AT_A_TIME);
    // Asked once they are locked: another process may be at the same request.
    const given = new Set(await this.times.listGiven(tx, id));
    const due = open.filter(
      (attempt) => !given.has(attempt.id) && !isOverdue(attempt.deadlineAt, attempt.now),
    );
    const changes = due.flatMap((attempt) => {
      const clock = withExtraTime(clockOf(attempt), seconds);
      const change = clock && ({ kind: 'EXTRA_TIME', clock, extraTimeId: id } as const);
      return change ? [{ attempt, change }] : [];
    });
    await this.write(tx, byUserId, changes);
    return open.at(-1)?.id ?? null;
  }

  private async extend(
    staffId: string,
    attemptId: string,
    { requestId, extraSeconds }: ExtraTimeRequest,
  ): Promise<AttemptTimeDto> {
    if (!(await this.attempts.findAttempt(attemptId))) throw notFound('attempt');
    const extra = { id: requestId, byUserId: staffId, targetId: attemptId, seconds: extraSeconds };
    return this.database.transaction(async (tx) => {
      const attempt = await this.submissions.lockAttempt(tx, attemptId);
      const { isNew } = await this.note(tx, extra);
      if (!isNew) return toTime(attempt);
      return this.changeLocked(tx, staffId, attempt, (one) => extended(one, extra));
    });
  }

  private async note(tx: Transaction, extra: ExtraTime): Promise<{ at: Date; isNew: boolean }> {
    const noted = await this.times.noteExtraTime(tx, extra);
    const { byUserId, targetId, seconds } = extra;
    const isSame =
      noted.byUserId === byUserId && noted.targetId === targetId && noted.seconds === seconds;
    if (!isSame) throw requestReused();
    return noted;
  }

  private async getOwn(userId: string, attemptId: string) {
    const attempt = await this.attempts.findAttempt(attemptId);
    if (attempt?.userId !== userId) throw notFound('attempt');
    return this.versions.getContent(attempt.versionId);
  }

  private async change(
    byUserId: string,
    attemptId: string,
    decide: (attempt: LockedAttempt) => Change,
  ): Promise<AttemptTimeDto> {
    if (!(await this.attempts.findAttempt(attemptId))) throw notFound('attempt');
    return this.database.transaction(async (tx) => {
      const attempt = await this.submissions.lockAttempt(tx, attemptId);
      return this.changeLocked(tx, byUserId, attempt, decide);
    });
  }

  private async changeLocked(
    tx: Transaction,
    byUserId: string,
    attempt: LockedAttempt,
    decide: (attempt: LockedAttempt) => Change,
  ): Promise<AttemptTimeDto> {
    const over = attempt.status !== STATUS.OPEN || isOverdue(attempt.deadlineAt, attempt.clock);
    if (over) throw attemptClosed();
    const change = decide(attempt);
    if (change === null) return toTime(attempt);
    await this.write(tx, byUserId, [{ attempt, change }]);
    return toTime({ ...attempt, ...change.clock, now: attempt.clock });
  }

  private async write(
    tx: Transaction,
    byUserId: string,
    changes: readonly { attempt: LockedAttempt; change: NonNullable<Change> }[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const records = changes.map(({ attempt, change }) => toRecord(attempt, change, byUserId));
    await this.times.write(tx, records);
    tx.afterCommit(async () => {
      for (const { attemptId, kind, remaining } of records) {
        this.logger.info('attempt time changed', { attemptId, kind, remaining, by: byUserId });
      }
      await this.events.publish(changes.map(({ attempt, change }) => toEvent(attempt, change)));
    });
  }
}

function clockOf({ deadlineAt, pausedAt, pausedBy, pausedDeadline }: AttemptRow): AttemptClock {
  return { deadlineAt, pausedAt, pausedBy, pausedDeadline };
}

function extended(attempt: LockedAttempt, { id, seconds }: ExtraTime): Change {
  const clock = withExtraTime(clockOf(attempt), seconds);
  if (clock === null) throw noTimeLimit();
  if (isOver(clock, attempt.clock)) throw deadlinePast();
  return { kind: 'EXTRA_TIME', clock, extraTimeId: id };
}

function moved(attempt: LockedAttempt, deadlineAt: Date): Change {
  if (attempt.pausedAt !== null) throw attemptPaused();
  const clock = { ...clockOf(attempt), deadlineAt };
  if (isOver(clock, attempt.clock)) throw deadlinePast();
  return { kind: 'DEADLINE', clock };
}

function stopped(attempt: LockedAttempt, by: string, notBeyond: Date | null): AttemptClock {
  const clock = clockOf(attempt);
  if (isOver(clock, attempt.clock)) throw attemptClosed();
  return paused(clock, { by, now: attempt.clock, notBeyond });
}

function started(attempt: LockedAttempt): Change {
  if (attempt.pausedAt === null) return null;
  return { kind: 'RESUME', clock: resumed(clockOf(attempt), attempt.clock) };
}

function toRecord(
  attempt: LockedAttempt,
  { kind, clock, extraTimeId }: NonNullable<Change>,
  byUserId: string,
): TimeChange {
  return {
    id: newId(),
    attemptId: attempt.id,
    kind,
    byUserId,
    at: attempt.clock,
    from: clockOf(attempt),
    to: clock,
    remaining: secondsLeft(clock, attempt.clock),
    extraTimeId: extraTimeId ?? null,
  };
}

function toTime(attempt: AttemptRow): AttemptTimeDto {
  const running = attempt.status === STATUS.OPEN && attempt.pausedAt === null;
  return {
    attemptId: attempt.id,
    status: statusName(attempt.status),
    remainingSeconds: running ? secondsLeft(attempt, attempt.now) : null,
    paused: toPause(attempt),
  };
}

/** What the student's pages are told: the new time, what was done, and by how many seconds it changed. */
function toEvent(attempt: LockedAttempt, { kind, clock }: NonNullable<Change>) {
  const now = attempt.clock;
  const [before, after] = [secondsLeft(attempt, now), secondsLeft(clock, now)];
  return {
    userId: attempt.userId,
    type: 'attempt-time',
    data: {
      ...toTime({ ...attempt, ...clock, now }),
      change: kind,
      addedSeconds: before === null || after === null ? null : after - before,
    },
  };
}
