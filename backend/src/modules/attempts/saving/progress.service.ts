import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isDatabaseUnavailable, isStatementTimeout } from '../../../database/database-errors.js';
import { AppLogger } from '../../../logger/app-logger.js';
import { notFound } from '../../../shared/app-error.js';
import { STATUS, type AttemptRow } from '../attempt-row.js';
import type { ProgressSavedDto, SaveProgressRequest } from '../attempts.dto.js';
import {
  answerRefused,
  attemptClosed,
  mutationReused,
  versionConflict,
} from '../attempts.errors.js';
import { AttemptsRepository } from '../attempts.repository.js';
import { checkAnswers } from '../domain/answer-check.js';
import { toSavedAnswers } from '../domain/answers.js';
import { isOverdue, remainingSeconds } from '../domain/deadline.js';
import { toPosition } from '../domain/position.js';
import { saveOutcome } from '../domain/save-outcome.js';
import { mutationHash } from './mutation-hash.js';
import { ProgressRepository, type AppliedSave, type Save } from './progress.repository.js';
import { SaveGroups } from './save-groups.js';
import { SaveLimit } from './save-limit.js';
import { VersionReader, type QuizContent } from '../version-reader.js';

/** What never changes about an attempt. */
interface AttemptFacts {
  userId: string;
  versionId: string;
}
const FACTS_KEPT = 50_000;

/** Measured with bench:autosave: of 64 at once, processor and disk were waiting for each other. */
const GROUPS = { usualItems: 16, maxItems: 64, maxGroups: 2 };
const ALONE_AT_ONCE = 8;

/** Autosave: saves that arrive together are one statement on Postgres, and nothing but Postgres is needed. */
@Injectable()
export class ProgressService {
  private readonly facts = new LRUCache<string, AttemptFacts>({ max: FACTS_KEPT });
  private readonly groups: SaveGroups<Save, AppliedSave | null>;

  constructor(
    private readonly attempts: AttemptsRepository,
    progress: ProgressRepository,
    private readonly versions: VersionReader,
    private readonly limit: SaveLimit,
    private readonly logger: AppLogger,
  ) {
    this.groups = new SaveGroups({
      keyOf: (save) => save.attemptId,
      applyGroup: (saves) => progress.applyGroup(saves),
      applyAlone: (save) => progress.applyAlone(save),
      worthAlone: (error, saves) => this.worthAlone(error, saves),
      sizes: GROUPS,
      isForAll: isDatabaseUnavailable,
      maxAlone: ALONE_AT_ONCE,
    });
  }

  async saveProgress(
    userId: string,
    attemptId: string,
    request: SaveProgressRequest,
  ): Promise<ProgressSavedDto> {
    const page = { userId, attemptId, clientId: request.clientId };
    this.limit.check(page);
    const { rules, version } = await this.getContent(userId, attemptId);
    const problem = checkAnswers(rules, request.answers);
    if (problem) throw answerRefused(problem);
    const save = toSave(userId, attemptId, request, version.questions.length);
    const applied = await this.groups.add(save);
    if (!applied) return this.explainNotApplied(save);
    this.limit.charge(page);
    return {
      version: applied.version,
      savedAt: applied.savedAt.toISOString(),
      remainingSeconds:
        applied.remaining === null ? null : Math.max(0, Math.floor(applied.remaining)),
      superseded: false,
    };
  }

  /** A lock, a deadlock or a bad value is of one of them; a database that is not there is so for each. */
  private worthAlone(error: unknown, saves: number): boolean {
    const { code } = error as { code?: unknown };
    this.logger.info('a group of saves failed', { saves, code });
    return isStatementTimeout(error) || !isDatabaseUnavailable(error);
  }

  private async getContent(userId: string, attemptId: string): Promise<QuizContent> {
    const { versionId } = await this.getFacts(userId, attemptId);
    return this.versions.getContent(versionId);
  }

  private async getFacts(userId: string, attemptId: string): Promise<AttemptFacts> {
    const known = this.facts.get(attemptId);
    const facts = known ?? (await this.attempts.findAttempt(attemptId));
    if (!facts || facts.userId !== userId) throw notFound('attempt');
    if (!known) this.facts.set(attemptId, { userId, versionId: facts.versionId });
    return facts;
  }

  /** Tells a repeat from a conflict by reading the attempt. */
  private async explainNotApplied(save: Save): Promise<ProgressSavedDto> {
    const attempt = await this.attempts.findAttempt(save.attemptId);
    const outcome = saveOutcome(attempt && stateOf(attempt), save);
    if (attempt === null || outcome === 'NOT_FOUND') throw notFound('attempt');
    switch (outcome) {
      case 'APPLIED_BEFORE':
        return toSaved(attempt, false);
      case 'SUPERSEDED':
        return toSaved(attempt, true);
      case 'MUTATION_REUSED':
        throw mutationReused();
      case 'CLOSED':
        throw attemptClosed();
      case 'CONFLICT':
        throw versionConflict(attempt.version, attempt.answers);
    }
  }
}

function toSave(
  userId: string,
  attemptId: string,
  request: SaveProgressRequest,
  questionCount: number,
): Save {
  return {
    // A UUID may be written in capitals too; the database answers with small letters.
    attemptId: attemptId.toLowerCase(),
    userId,
    baseVersion: request.baseVersion,
    clientId: request.clientId,
    seq: request.seq,
    hash: mutationHash(request),
    delta: toSavedAnswers(request.answers, request.clientId, new Date()),
    currentIndex: toPosition(request.currentQuestionIndex, questionCount),
    timeSpent: request.timeSpent,
  };
}

function stateOf(attempt: AttemptRow) {
  return {
    ownerId: attempt.userId,
    open: attempt.status === STATUS.OPEN,
    overdue: isOverdue(attempt.deadlineAt, attempt.now),
    writer: attempt.writer,
    writerSeq: attempt.writerSeq,
    writerHash: attempt.writerHash,
  };
}

function toSaved(attempt: AttemptRow, superseded: boolean): ProgressSavedDto {
  return {
    version: attempt.version,
    savedAt: (attempt.savedAt ?? attempt.startedAt).toISOString(),
    remainingSeconds: remainingSeconds(attempt.deadlineAt, attempt.now),
    superseded,
  };
}
