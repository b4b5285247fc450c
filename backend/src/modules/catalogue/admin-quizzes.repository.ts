import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Transaction } from '../../database/database.service.js';
import { beyond, wayTo } from '../../database/keyset.js';
import { cursorTimeSchema, type Page, readCursor, toPage } from '../../shared/pagination.js';
import {
  newestVersion,
  type QuestionCounts,
  toAdminCard,
  toAdminDetail,
  WITH_VERSION,
} from './admin-quizzes.mapper.js';
import type {
  AdminQuizCardDto,
  AdminQuizDetailDto,
  AdminQuizListQuery,
  UpdateQuizRequest,
} from './catalogue.dto.js';

const cursorSchema = z.tuple([cursorTimeSchema, z.uuid()]);

/** Quizzes as staff see them, drafts included. */
@Injectable()
export class AdminQuizzesRepository {
  constructor(private readonly database: Database) {}

  async list(query: AdminQuizListQuery): Promise<Page<AdminQuizCardDto>> {
    const position = readCursor(query.cursor, cursorSchema);
    const way = wayTo(position, 'desc');
    const rows = await this.database.prisma.quiz.findMany({
      where: {
        ...(query.status === undefined ? {} : { status: query.status }),
        ...(position && beyond(way, 'updatedAt', [new Date(position.at[0]), position.at[1]])),
      },
      orderBy: [{ updatedAt: way.order }, { id: way.order }],
      take: query.limit + 1,
      include: { category: true, versions: newestVersion },
    });
    const { limit } = query;
    const page = toPage(rows, { limit, position }, (row) => [row.updatedAt.toISOString(), row.id]);
    const versionIds = page.items.flatMap((row) => row.versions.map(({ id }) => id));
    const counts = await this.countQuestions(versionIds);
    const none = { questionCount: 0, errorCount: 0 };
    return {
      ...page,
      items: page.items.map((row) =>
        toAdminCard(row, counts.get(row.versions[0]?.id ?? '') ?? none),
      ),
    };
  }

  async findDetail(id: string): Promise<AdminQuizDetailDto | null> {
    const row = await this.database.prisma.quiz.findUnique({
      where: { id },
      include: WITH_VERSION,
    });
    return row && toAdminDetail(row);
  }

  /** Locks the quiz for `tx` and tells its state; null when there is none. */
  async lock(
    tx: Transaction,
    id: string,
  ): Promise<{ status: string; publishedVersionId: string | null; versionId: string } | null> {
    const rows = await tx.query<{
      status: string;
      published_version_id: string | null;
      version_id: string;
    }>(
      `SELECT q.status::text, q.published_version_id, v.id AS version_id
       FROM quizzes q JOIN quiz_versions v ON v.quiz_id = q.id
       WHERE q.id = $1::uuid ORDER BY v.number DESC LIMIT 1 FOR UPDATE OF q`,
      [id],
    );
    const row = rows[0];
    return row === undefined
      ? null
      : {
          status: row.status,
          publishedVersionId: row.published_version_id,
          versionId: row.version_id,
        };
  }

  /** Whether students can see it, as far as `tx` has come. */
  async isSeen(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.prisma.quiz.count({ where: { id, status: 'PUBLISHED' } })) > 0;
  }

  async update(
    tx: Transaction,
    id: string,
    versionId: string,
    request: UpdateQuizRequest,
  ): Promise<void> {
    const { title, description, categoryId, difficulty, ...rules } = request;
    await tx.prisma.quiz.update({
      where: { id },
      data: { title, description, categoryId, difficulty, updatedAt: new Date() },
    });
    if (Object.keys(rules).length > 0) {
      await tx.prisma.quizVersion.update({ where: { id: versionId }, data: rules });
    }
  }

  async categoryExists(id: string): Promise<boolean> {
    return (await this.database.prisma.category.count({ where: { id } })) > 0;
  }

  async publish(tx: Transaction, id: string, versionId: string): Promise<void> {
    const now = new Date();
    await tx.prisma.quizVersion.update({
      where: { id: versionId, publishedAt: null },
      data: { publishedAt: now },
    });
    await tx.prisma.quiz.update({
      where: { id },
      data: { status: 'PUBLISHED', publishedAt: now, publishedVersionId: versionId },
    });
  }

  async setStatus(tx: Transaction, id: string, status: 'PUBLISHED' | 'ARCHIVED'): Promise<void> {
    await tx.prisma.quiz.update({ where: { id }, data: { status } });
  }

  /** Of versions, by their ids; one without questions has no entry. */
  private async countQuestions(versionIds: string[]): Promise<Map<string, QuestionCounts>> {
    const rows = await this.database.query<QuestionCounts & { versionId: string }>(
      {
        // The rules of domain/publishable.ts, for whole pages of quizzes at once.
        name: 'count-questions-and-errors',
        text: `SELECT version_id AS "versionId", count(*)::int AS "questionCount",
                 count(*) FILTER (WHERE diagnostics @? '$[*] ? (@.severity == "error")' OR stem = '[]'
                   OR CASE WHEN type IN ('SHORT_ANSWER', 'NUMERIC') THEN answer IS NULL
                      ELSE (SELECT count(*) < 2 OR NOT bool_or(correct) FROM options
                            WHERE question_id = q.id) END)::int AS "errorCount"
               FROM questions q WHERE version_id = ANY($1::uuid[]) GROUP BY version_id`,
      },
      [versionIds],
    );
    return new Map(rows.map(({ versionId, ...counts }) => [versionId, counts]));
  }
}
