import { Injectable } from '@nestjs/common';
import { CacheService } from '../../../cache/cache.service.js';
import type { CachedAnswer } from '../../../cache/cached-answer.js';
import { isDatabaseUnavailable } from '../../../database/database-errors.js';
import type { Transaction } from '../../../database/database.service.js';
import { notFound } from '../../../shared/app-error.js';
import { Turns } from '../../../shared/turns.js';
import { AttemptCloser } from './attempt-closer.service.js';
import { STATUS, type AttemptRow } from '../attempt-row.js';
import { resultCache } from '../attempts.cache.js';
import { attemptOpen, reviewNotAllowed } from '../attempts.errors.js';
import type { ResultDto, ReviewDto, SubmitRequest } from '../attempts.dto.js';
import { isLasting, mayReview, toResult, toReview } from '../attempts.mapper.js';
import { AttemptsRepository } from '../attempts.repository.js';
import { handIn, keptForStaff, runOut, withClaimed } from './closing.js';
import { isOverdue } from '../domain/deadline.js';
import { findLate } from '../domain/late-answers.js';
import { Grading } from './grading.service.js';
import { LateAnswersService } from '../late-answers/late-answers.service.js';
import { OutcomeRepository } from './outcome.repository.js';
import { SubmissionRepository, type LockedAttempt } from './submission.repository.js';
import { VersionReader, type QuizContent } from '../version-reader.js';

/** Handing in, and what a student sees of it. */
@Injectable()
export class SubmissionService {
  /** However often one attempt is handed in at once, that takes one connection to the database and not all. */
  private readonly turns = new Turns(isDatabaseUnavailable);

  constructor(
    private readonly grading: Grading,
    private readonly attempts: AttemptsRepository,
    private readonly submissions: SubmissionRepository,
    private readonly versions: VersionReader,
    private readonly closer: AttemptCloser,
    private readonly late: LateAnswersService,
    private readonly outcomes: OutcomeRepository,
    private readonly cache: CacheService,
  ) {}

  /** Submits; a repeat, with whatever content, returns the stored result, and whether that holds it. */
  async submit(userId: string, attemptId: string, request: SubmitRequest): Promise<ResultDto> {
    const attempt = await this.getOwn(userId, attemptId);
    const content = await this.versions.getContent(attempt.versionId);
    const changes = withClaimed(request);
    const nothingToDo =
      attempt.status !== STATUS.OPEN && findLate(attempt.answers, changes).length === 0;
    const { closed, included } = nothingToDo
      ? { closed: attempt, included: true }
      : await this.turns.run(attempt.id, () => this.take(attempt, request));
    return this.toDto(closed, content, included);
  }

  getResult(userId: string, attemptId: string): Promise<CachedAnswer<ResultDto>> {
    let lasts = false;
    const load = async () => {
      const attempt = await this.getCurrent(userId, attemptId);
      if (attempt.status === STATUS.OPEN) throw attemptOpen();
      const content = await this.versions.getContent(attempt.versionId);
      lasts = isLasting(attempt, content.version);
      return this.toDto(attempt, content, true);
    };
    return this.cache.answer(resultCache, { attemptId, userId }, load, () => lasts);
  }

  async getReview(userId: string, attemptId: string): Promise<ReviewDto> {
    const attempt = await this.getCurrent(userId, attemptId);
    const { version } = await this.versions.getCurrent(attempt.versionId);
    if (!(await this.mayReview(attempt, version))) throw reviewNotAllowed();
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

  /** Closes an attempt with what a submit carries; what came too late for that is kept apart. */
  private take(
    { id: attemptId, versionId }: AttemptRow,
    request: SubmitRequest,
  ): Promise<{ closed: AttemptRow; included: boolean }> {
    return this.grading.transaction(versionId, async (tx, content) => {
      const attempt = await this.submissions.lockAttempt(tx, attemptId);
      switch (attempt.status) {
        case STATUS.SUBMITTED: {
          const { included, flags } = keptForStaff(attempt, content, request);
          if (flags.length > 0) await this.submissions.addFlags(tx, attemptId, flags);
          return { closed: attempt, included };
        }
        case STATUS.EXPIRED:
          return this.late.take(tx, attempt, content, request);
        default:
          return this.close(tx, attempt, content, request);
      }
    });
  }

  private async close(
    tx: Transaction,
    attempt: LockedAttempt,
    content: QuizContent,
    request: SubmitRequest,
  ): Promise<{ closed: AttemptRow; included: boolean }> {
    if (isOverdue(attempt.deadlineAt, attempt.now)) {
      const expired = await this.closer.write(tx, attempt, runOut(attempt, content));
      return this.late.take(tx, { ...expired, clock: attempt.clock }, content, request);
    }
    const later = await this.submissions.listSavesAfter(tx, attempt.id, request.baseVersion);
    const closing = handIn(attempt, content, request, later);
    return { closed: await this.closer.write(tx, attempt, closing), included: true };
  }

  private async toDto(
    attempt: AttemptRow,
    { version }: QuizContent,
    included: boolean,
  ): Promise<ResultDto> {
    const reviewAvailable = await this.mayReview(attempt, version);
    const outcome = await this.outcomes.getOutcome(attempt.id);
    return toResult(attempt, version, outcome, { reviewAvailable, included });
  }

  /** Where the key is shown once the quiz is closed, it waits for those who were given time beyond that. */
  private async mayReview(attempt: AttemptRow, version: QuizContent['version']): Promise<boolean> {
    if (!mayReview(attempt, version)) return false;
    if (version.reviewPolicy !== 'AFTER_CLOSE') return true;
    const { quizId, offlineGraceSeconds } = version;
    return !(await this.attempts.mayGetAnswers(quizId, offlineGraceSeconds));
  }
}
