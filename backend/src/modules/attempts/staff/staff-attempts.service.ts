import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../../shared/app-error.js';
import { cursorTimeSchema, type Page, readCursor, toPage } from '../../../shared/pagination.js';
import { AttemptHistoryRepository } from './attempt-history.repository.js';
import type {
  HistoryEntryDto,
  HistoryQuery,
  StaffAttemptDto,
  StaffAttemptListQuery,
} from './staff-attempts.dto.js';
import { toHistoryEntry, toStaffAttempt } from './staff-attempts.mapper.js';
import { StaffAttemptsRepository, type StaffAttemptRow } from './staff-attempts.repository.js';
import { VersionReader } from '../version-reader.js';

const listCursor = z.tuple([cursorTimeSchema, z.uuid()]);
const int32 = z.number().int().min(0).max(2_147_483_647);
const historyCursor = z.tuple([cursorTimeSchema, int32, int32]);

/** What staff see of the attempts at a quiz. */
@Injectable()
export class StaffAttemptsService {
  constructor(
    private readonly attempts: StaffAttemptsRepository,
    private readonly history: AttemptHistoryRepository,
    private readonly versions: VersionReader,
  ) {}

  async listAttempts(quizId: string, query: StaffAttemptListQuery): Promise<Page<StaffAttemptDto>> {
    if (!(await this.attempts.quizExists(quizId))) throw notFound('quiz');
    const position = readCursor(query.cursor, listCursor);
    const { state = null, limit } = query;
    const rows = await this.attempts.listAttempts({ quizId, state }, position, limit + 1);
    const page = toPage(rows, { limit, position }, (row) => [row.startedAt.toISOString(), row.id]);
    return { ...page, items: await Promise.all(page.items.map((row) => this.toDto(row))) };
  }

  async getAttempt(attemptId: string): Promise<StaffAttemptDto> {
    return this.toDto(await this.getRow(attemptId));
  }

  /** What happened to the attempt, newest first. */
  async listHistory(attemptId: string, query: HistoryQuery): Promise<Page<HistoryEntryDto>> {
    const attempt = await this.getRow(attemptId);
    const position = readCursor(query.cursor, historyCursor);
    const { limit } = query;
    const rows = await this.history.list(attemptId, position, limit + 1);
    const { items, ...cursors } = toPage(rows, { limit, position }, (row) => [
      ...[row.at.toISOString(), row.rank, row.n],
    ]);
    const versions = items.filter(({ kind }) => kind === 'SAVED').map(({ n }) => n);
    const [deltas, devices, { version }] = await Promise.all([
      this.history.listDeltas(attemptId, versions),
      this.history.listDevices(attemptId),
      this.versions.getContent(attempt.versionId),
    ]);
    return {
      items: items.map((row) => toHistoryEntry(row, deltas, devices, version.questions)),
      ...cursors,
    };
  }

  private async getRow(attemptId: string): Promise<StaffAttemptRow> {
    const attempt = await this.attempts.findAttempt(attemptId);
    if (!attempt) throw notFound('attempt');
    return attempt;
  }

  private async toDto(row: StaffAttemptRow): Promise<StaffAttemptDto> {
    const { version } = await this.versions.getContent(row.versionId);
    return toStaffAttempt(row, version.questions.length);
  }
}
