import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import { newId } from '../../shared/ids.js';
import { cursorTimeSchema, type Page, readCursor, toPage } from '../../shared/pagination.js';
import type { PublishedVersion } from '../catalogue/catalogue.api.js';
import { AttemptCloser } from './submission/attempt-closer.service.js';
import { STATUS, type AttemptRow } from './attempt-row.js';
import type { AttemptDto, AttemptListQuery, AttemptSummaryDto } from './attempts.dto.js';
import { attemptsExhausted, quizNotOpen } from './attempts.errors.js';
import { toAttempt, toSummary } from './attempts.mapper.js';
import { AttemptsRepository } from './attempts.repository.js';
import { allowedSeconds, isOverdue } from './domain/deadline.js';
import { SubmissionService } from './submission/submission.service.js';
import { VersionReader } from './version-reader.js';

const cursorValues = z.tuple([cursorTimeSchema, z.uuid()]);
/** Starts that race on several devices settle in the second round; more are only a safety net. */
const START_ROUNDS = 4;

/** Starting, resuming and finding one's attempts. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptsRepository,
    private readonly submissions: SubmissionService,
    private readonly closer: AttemptCloser,
    private readonly versions: VersionReader,
    private readonly logger: AppLogger,
  ) {}

  /** Starts an attempt, or resumes the open one: a student has at most one open per quiz. */
  async start(userId: string, quizId: string): Promise<{ created: boolean; attempt: AttemptDto }> {
    for (let round = 0; round < START_ROUNDS; round += 1) {
      const open = await this.findOpen(userId, quizId);
      if (open) return { created: false, attempt: await this.toDto(open) };
      const createdId = await this.tryCreate(userId, quizId);
      if (createdId) return { created: true, attempt: await this.getAttempt(userId, createdId) };
    }
    throw new Error(`could not start an attempt of quiz ${quizId}: others were always first`);
  }

  async getAttempt(userId: string, attemptId: string): Promise<AttemptDto> {
    return this.toDto(await this.submissions.getCurrent(userId, attemptId));
  }

  /** One's own attempts, newest first; none is shown as open whose time is over. */
  async listAttempts(userId: string, query: AttemptListQuery): Promise<Page<AttemptSummaryDto>> {
    const position = readCursor(query.cursor, cursorValues);
    const { quizId = null, limit } = query;
    const list = () => this.attempts.listAttempts(userId, quizId, position, limit + 1);
    const found = await list();
    const overdue = found.filter(
      ({ status, deadlineAt, now }) => status === STATUS.OPEN && isOverdue(deadlineAt, now),
    );
    for (const { id, versionId } of overdue) await this.closer.closeOneOverdue(id, versionId);
    const rows = overdue.length > 0 ? await list() : found;
    const page = toPage(rows, { limit, position }, (row) => [row.startedAt.toISOString(), row.id]);
    return { ...page, items: page.items.map(toSummary) };
  }

  private async findOpen(userId: string, quizId: string): Promise<AttemptRow | null> {
    const open = await this.attempts.findOpenAttempt(userId, quizId);
    if (!open) return null;
    const current = await this.closer.closeIfOverdue(open);
    return current.status === STATUS.OPEN ? current : null;
  }

  /** The id of the new attempt; null when another request of the same student was first. */
  private async tryCreate(userId: string, quizId: string): Promise<string | null> {
    const version = await this.versions.findPublished(quizId);
    if (!version) throw notFound('quiz');
    const id = newId();
    return this.database.transaction(async (tx) => {
      const facts = await this.attempts.getStartFacts(tx, userId, quizId);
      assertMayStart(version, facts.used, facts.now);
      const created = await this.attempts.insertAttempt(tx, {
        id,
        userId,
        quizId,
        versionId: version.versionId,
        number: facts.lastNumber + 1,
        allowedSeconds: allowedSeconds(version.timeLimitSeconds, facts.extraTimePercent),
        closesAt: version.closesAt,
      });
      if (!created) return null;
      tx.afterCommit(() => {
        this.logger.info('attempt started', { attemptId: id, quizId });
      });
      return id;
    });
  }

  private async toDto(attempt: AttemptRow): Promise<AttemptDto> {
    const { version } = await this.versions.getContent(attempt.versionId);
    return toAttempt(attempt, version);
  }
}

function assertMayStart(version: PublishedVersion, used: number, now: Date): void {
  const { opensAt, closesAt, attemptsAllowed } = version;
  const early = opensAt !== null && now < opensAt;
  const late = closesAt !== null && now >= closesAt;
  if (early || late) throw quizNotOpen(opensAt, closesAt);
  if (attemptsAllowed !== null && used >= attemptsAllowed) throw attemptsExhausted(attemptsAllowed);
}
