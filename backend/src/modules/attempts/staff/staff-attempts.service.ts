import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../../shared/app-error.js';
import {
  cursorTimeSchema,
  decodeCursor,
  encodeCursor,
  type Page,
} from '../../../shared/pagination.js';
import { AttemptHistoryRepository } from './attempt-history.repository.js';
import { cursorInvalid } from '../attempts.errors.js';
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
    const after = readCursor(query.cursor, listCursor);
    const { state = null, limit } = query;
    const position = after && { startedAt: after[0], id: after[1] };
    const rows = await this.attempts.listAttempts({ quizId, state }, position, limit + 1);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: await Promise.all(items.map((row) => this.toDto(row))),
      nextCursor: last ? encodeCursor([last.startedAt.toISOString(), last.id]) : null,
    };
  }

  async getAttempt(attemptId: string): Promise<StaffAttemptDto> {
    return this.toDto(await this.getRow(attemptId));
  }

  /** What happened to the attempt, newest first. */
  async listHistory(attemptId: string, query: HistoryQuery): Promise<Page<HistoryEntryDto>> {
    const attempt = await this.getRow(attemptId);
    const after = readCursor(query.cursor, historyCursor);
    const position = after && { at: after[0], rank: after[1], n: after[2] };
    const rows = await this.history.list(attemptId, position, query.limit + 1);
    const items = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? items.at(-1) : undefined;
    const versions = items.filter(({ kind }) => kind === 'SAVED').map(({ n }) => n);
    const [deltas, devices, { version }] = await Promise.all([
      this.history.listDeltas(attemptId, versions),
      this.history.listDevices(attemptId),
      this.versions.getContent(attempt.versionId),
    ]);
    return {
      items: items.map((row) => toHistoryEntry(row, deltas, devices, version.questions)),
      nextCursor: last ? encodeCursor([last.at.toISOString(), last.rank, last.n]) : null,
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

function readCursor<T>(cursor: string | undefined, schema: z.ZodType<T>): T | null {
  if (cursor === undefined) return null;
  const values = decodeCursor(cursor, schema);
  if (!values) throw cursorInvalid();
  return values;
}
