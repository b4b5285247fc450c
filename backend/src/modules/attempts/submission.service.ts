import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { notFound } from '../../shared/app-error.js';
import { AttemptCloser } from './attempt-closer.service.js';
import { STATUS, type AttemptRow } from './attempt-row.js';
import { attemptOpen, reviewNotAllowed } from './attempts.errors.js';
import type { ResultDto, ReviewDto, SaveProgressRequest } from './attempts.dto.js';
import { mayReview, toResult, toReview } from './attempts.mapper.js';
import { AttemptsRepository } from './attempts.repository.js';
import { handIn, lateAnswers, runOut } from './closing.js';
import { isOverdue } from './domain/deadline.js';
import { findLate } from './domain/late-answers.js';
import { SubmissionRepository } from './submission.repository.js';
import { VersionReader, type QuizContent } from './version-reader.js';

/** Handing in, and what a student sees of it. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly submissions: SubmissionRepository,
    private readonly versions: VersionReader,
    private readonly closer: AttemptCloser,
  ) {}

  /** Submits; a repeat, with whatever content, returns the stored result, and whether that holds it. */
  async submit(
    userId: string,
    attemptId: string,
    request: SaveProgressRequest,
  ): Promise<ResultDto> {
    const attempt = await this.getOwn(userId, attemptId);
    const content = await this.versions.getContent(attempt.versionId);
    const nothingToDo =
      attempt.status !== STATUS.OPEN && findLate(attempt.answers, request.answers).length === 0;
    const { closed, included } = nothingToDo
      ? { closed: attempt, included: true }
      : await this.take(attemptId, content, request);
    return toResult(closed, content.version, included);
  }

  async getResult(userId: string, attemptId: string): Promise<ResultDto> {
    const attempt = await this.getCurrent(userId, attemptId);
    if (attempt.status === STATUS.OPEN) throw attemptOpen();
    const { version } = await this.versions.getContent(attempt.versionId);
    return toResult(attempt, version, true);
  }

  async getReview(userId: string, attemptId: string): Promise<ReviewDto> {
    const attempt = await this.getCurrent(userId, attemptId);
    const { version } = await this.versions.getContent(attempt.versionId);
    if (!mayReview(attempt, version)) throw reviewNotAllowed();
    return toReview(attemptId, version, await this.submissions.listGraded(attemptId));
  }

  /** A student's attempt as it is now: closed first when its time has run out. */
  async getCurrent(userId: string, attemptId: string): Promise<AttemptRow> {
    return this.closer.closeIfOverdue(await this.getOwn(userId, attemptId));
  }

  private async getOwn(userId: string, attemptId: string): Promise<AttemptRow> {
    const attempt = await this.attempts.findAttempt(attemptId);
    if (!attempt || attempt.userId !== userId) throw notFound('attempt');
    return attempt;
  }

  /** Closes an attempt with what a submit carries; what came too late for that is kept for staff. */
  private take(
    attemptId: string,
    content: QuizContent,
    request: SaveProgressRequest,
  ): Promise<{ closed: AttemptRow; included: boolean }> {
    return this.database.transaction(async (tx) => {
      const attempt = await this.submissions.lockAttempt(tx, attemptId);
      if (attempt.status !== STATUS.OPEN) {
        const { included, flags } = lateAnswers(attempt, content, request, attempt.status);
        if (flags.length > 0) await this.submissions.addFlags(tx, attemptId, flags);
        return { closed: attempt, included };
      }
      if (isOverdue(attempt.deadlineAt, attempt.now)) {
        const { included, flags } = lateAnswers(attempt, content, request, STATUS.EXPIRED);
        return {
          closed: await this.closer.write(tx, attempt, runOut(attempt, content, flags)),
          included,
        };
      }
      const later = await this.submissions.listSavesAfter(tx, attemptId, request.baseVersion);
      const closing = handIn(attempt, content, request, later);
      return { closed: await this.closer.write(tx, attempt, closing), included: true };
    });
  }
}
