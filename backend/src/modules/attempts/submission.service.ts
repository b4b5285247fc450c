import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import { STATUS, type AttemptRow } from './attempt-row.js';
import { attemptOpen, reviewNotAllowed } from './attempts.errors.js';
import type { ResultDto, ReviewDto, SaveProgressRequest } from './attempts.dto.js';
import { mayReview, toResult, toReview } from './attempts.mapper.js';
import { AttemptsRepository } from './attempts.repository.js';
import { handIn, runOut, type Closing } from './closing.js';
import { isOverdue } from './domain/deadline.js';
import { SubmissionRepository, type LockedAttempt } from './submission.repository.js';
import { VersionReader, type QuizContent } from './version-reader.js';

/** Closing attempts, once each: by submit or by the clock. What was closed is never changed. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly submissions: SubmissionRepository,
    private readonly versions: VersionReader,
    private readonly logger: AppLogger,
  ) {}

  /** Submits; a repeat, with whatever content, returns the stored result. */
  async submit(
    userId: string,
    attemptId: string,
    request: SaveProgressRequest,
  ): Promise<ResultDto> {
    const attempt = await this.getOwn(userId, attemptId);
    const content = await this.versions.getContent(attempt.versionId);
    const closed =
      attempt.status === STATUS.OPEN ? await this.close(attemptId, content, request) : attempt;
    return toResult(closed, content.version);
  }

  async getResult(userId: string, attemptId: string): Promise<ResultDto> {
    const attempt = await this.getCurrent(userId, attemptId);
    if (attempt.status === STATUS.OPEN) throw attemptOpen();
    const { version } = await this.versions.getContent(attempt.versionId);
    return toResult(attempt, version);
  }

  async getReview(userId: string, attemptId: string): Promise<ReviewDto> {
    const attempt = await this.getCurrent(userId, attemptId);
    const { version } = await this.versions.getContent(attempt.versionId);
    if (!mayReview(attempt, version)) throw reviewNotAllowed();
    return toReview(attemptId, version, await this.submissions.listGraded(attemptId));
  }

  /** A student's attempt as it is now: closed first when its time has run out. */
  async getCurrent(userId: string, attemptId: string): Promise<AttemptRow> {
    return this.closeIfOverdue(await this.getOwn(userId, attemptId));
  }

  /** Closes an open attempt past its deadline and grace with its last saved answers. */
  async closeIfOverdue(attempt: AttemptRow): Promise<AttemptRow> {
    const overdue = attempt.status === STATUS.OPEN && isOverdue(attempt.deadlineAt, attempt.now);
    if (!overdue) return attempt;
    return this.close(attempt.id, await this.versions.getContent(attempt.versionId), null);
  }

  /** The same for every attempt of a student. */
  async closeAllOverdue(userId: string): Promise<void> {
    for (const { id, versionId } of await this.attempts.findOverdue(userId)) {
      await this.close(id, await this.versions.getContent(versionId), null);
    }
  }

  private async getOwn(userId: string, attemptId: string): Promise<AttemptRow> {
    const attempt = await this.attempts.findAttempt(attemptId);
    if (!attempt || attempt.userId !== userId) throw notFound('attempt');
    return attempt;
  }

  private close(
    attemptId: string,
    content: QuizContent,
    request: SaveProgressRequest | null,
  ): Promise<AttemptRow> {
    return this.database.transaction(async (tx) => {
      const attempt = await this.submissions.lockAttempt(tx, attemptId);
      if (attempt.status !== STATUS.OPEN) return attempt;
      if (isOverdue(attempt.deadlineAt, attempt.now)) {
        return this.write(tx, attempt, runOut(attempt, content, request));
      }
      if (request === null) return attempt;
      const later = await this.submissions.listSavesAfter(tx, attemptId, request.baseVersion);
      return this.write(tx, attempt, handIn(attempt, content, request, later));
    });
  }

  private async write(
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
}
