import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../database/database.service.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { STATUS, type AttemptRow } from '../attempt-row.js';
import { runOut, type Closing } from './closing.js';
import { isOverdue } from '../domain/deadline.js';
import { Grading } from './grading.service.js';
import { SubmissionRepository, type LockedAttempt } from './submission.repository.js';

/** Closes attempts, once each, with grade and receipt in the transaction that closes them. */
@Injectable()
export class AttemptCloser {
  constructor(
    private readonly grading: Grading,
    private readonly submissions: SubmissionRepository,
    private readonly logger: AppLogger,
  ) {}

  /** Closes an open attempt past its deadline and grace with its last saved answers. */
  async closeIfOverdue(attempt: AttemptRow): Promise<AttemptRow> {
    const overdue = attempt.status === STATUS.OPEN && isOverdue(attempt.deadlineAt, attempt.now);
    if (!overdue) return attempt;
    return this.expire(attempt.id, attempt.versionId);
  }

  /** Closes one attempt of a version by the clock, if it is still open and overdue. */
  async closeOneOverdue(attemptId: string, versionId: string): Promise<void> {
    await this.expire(attemptId, versionId);
  }

  /**
   * Closes up to `most` overdue attempts of one version in one transaction, passing over those that
   * somebody else is closing and those in `except`.
   * @returns how many it closed
   */
  async closeSomeOverdue(versionId: string, most: number, except: string[]): Promise<number> {
    return this.grading.transaction(versionId, async (tx, content) => {
      const overdue = await this.submissions.lockOverdue(tx, versionId, most, except);
      for (const attempt of overdue) await this.write(tx, attempt, runOut(attempt, content));
      return overdue.length;
    });
  }

  /** Writes what closes a locked attempt. */
  async write(
    tx: Transaction,
    attempt: LockedAttempt,
    { state, grade, save }: Closing,
  ): Promise<AttemptRow> {
    if (save) await this.submissions.insertSave(tx, save, save.delta);
    const closed = await this.submissions.closeAttempt(tx, attempt.id, state, grade.answers);
    tx.afterCommit(() => {
      const event = state.status === STATUS.SUBMITTED ? 'attempt submitted' : 'attempt expired';
      const { id, quizId, flags } = closed;
      this.logger.info(event, { attemptId: id, quizId, flags: flags.map(({ code }) => code) });
    });
    return closed;
  }

  /** Closes an attempt by the clock, unless that or its deadline has changed meanwhile. */
  private expire(attemptId: string, versionId: string): Promise<AttemptRow> {
    return this.grading.transaction(versionId, async (tx, content) => {
      const attempt = await this.submissions.lockAttempt(tx, attemptId);
      const overdue = attempt.status === STATUS.OPEN && isOverdue(attempt.deadlineAt, attempt.now);
      return overdue ? this.write(tx, attempt, runOut(attempt, content)) : attempt;
    });
  }
}
