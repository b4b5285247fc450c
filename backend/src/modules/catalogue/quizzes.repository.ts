import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../database/database.service.js';
import { beyond, type Way, wayTo } from '../../database/keyset.js';
import type { Prisma } from '../../generated/prisma/client.js';
import {
  cursorTimeSchema,
  type Page,
  type Position,
  readCursor,
  toPage,
} from '../../shared/pagination.js';
import type { QuizCardDto, QuizDetailDto, QuizListQuery } from './catalogue.dto.js';

const CARD = {
  id: true,
  title: true,
  description: true,
  difficulty: true,
  publishedAt: true,
  publishedVersionId: true,
  category: { select: { id: true, name: true, slug: true } },
  publishedVersion: true,
} satisfies Prisma.QuizSelect;

type CardRow = Prisma.QuizGetPayload<{ select: typeof CARD }>;

/** Named by their order, so that no cursor is taken for one of the other. */
const newestCursor = z.tuple([z.literal('newest'), cursorTimeSchema, z.uuid()]);
const titleCursor = z.tuple([
  z.literal('title'),
  z.string().refine((title) => !title.includes('\u0000')),
  z.uuid(),
]);

type Marker = z.infer<typeof newestCursor> | z.infer<typeof titleCursor>;

function readPosition({ cursor, sort }: QuizListQuery): Position<Marker> | null {
  return sort === 'title' ? readCursor(cursor, titleCursor) : readCursor(cursor, newestCursor);
}

function beside(way: Way, [sort, value, id]: Marker): Prisma.QuizWhereInput {
  return sort === 'title'
    ? beyond(way, 'title', [value, id])
    : beyond(way, 'publishedAt', [new Date(value), id]);
}

/** `contains` becomes a LIKE, where these characters would stand for any others. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function matching(query: QuizListQuery): Prisma.QuizWhereInput {
  const words = query.q === undefined || query.q === '' ? null : literally(query.q);
  return {
    status: 'PUBLISHED',
    ...(query.difficulty === undefined ? {} : { difficulty: query.difficulty }),
    ...(words === null
      ? {}
      : {
          AND: {
            OR: [
              { title: { contains: words, mode: 'insensitive' } },
              { description: { contains: words, mode: 'insensitive' } },
            ],
          },
        }),
  };
}

function toCard(row: CardRow, questionCount: number): QuizCardDto {
  const version = row.publishedVersion;
  if (version === null || row.publishedAt === null) {
    throw new Error(`Published quiz ${row.id} has no published version`);
  }
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    difficulty: row.difficulty,
    category: row.category,
    questionCount,
    timeLimitSeconds: version.timeLimitSeconds,
    attemptsAllowed: version.attemptsAllowed,
    publishedAt: row.publishedAt.toISOString(),
  };
}

/** The published catalogue. */
@Injectable()
export class QuizzesRepository {
  constructor(private readonly database: Database) {}

  async listPublished(query: QuizListQuery): Promise<Page<QuizCardDto>> {
    const position = readPosition(query);
    if (query.category === undefined) return this.list(query, position, {});
    // Found first: of a quiz whose category is known only by joining, no index tells what comes next.
    const category = await this.database.prisma.category.findUnique({
      where: { slug: query.category },
      select: { id: true },
    });
    if (category === null) return { items: [], nextCursor: null, prevCursor: null };
    return this.list(query, position, { categoryId: category.id });
  }

  /** The ids of the published quizzes that were started most in the last day, at most `most`. */
  async listMostStarted(most: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      {
        name: 'quizzes-most-started',
        text: `SELECT q.id FROM quizzes q
               CROSS JOIN LATERAL (SELECT count(*) AS starts FROM attempts a
                                   WHERE a.quiz_id = q.id AND a.started_at > now() - interval '1 day') s
               WHERE q.status = 'PUBLISHED' AND s.starts > 0 ORDER BY s.starts DESC, q.id LIMIT $1`,
      },
      [most],
    );
    return rows.map(({ id }) => id);
  }

  async findPublished(id: string): Promise<QuizDetailDto | null> {
    const row = await this.database.prisma.quiz.findFirst({
      where: { id, status: 'PUBLISHED' },
      select: CARD,
    });
    if (row?.publishedVersion == null) return null;
    const version = row.publishedVersion;
    const questions = await this.database.prisma.question.aggregate({
      where: { versionId: version.id },
      _sum: { points: true },
      _count: true,
    });
    return {
      ...toCard(row, questions._count),
      totalPoints: questions._sum.points?.toNumber() ?? 0,
      passPercent: version.passPercent,
      opensAt: version.opensAt?.toISOString() ?? null,
      closesAt: version.closesAt?.toISOString() ?? null,
      reviewPolicy: version.reviewPolicy,
    };
  }

  private async list(
    query: QuizListQuery,
    position: Position<Marker> | null,
    within: Prisma.QuizWhereInput,
  ): Promise<Page<QuizCardDto>> {
    const { sort, limit } = query;
    const way = wayTo(position, sort === 'title' ? 'asc' : 'desc');
    const field = sort === 'title' ? 'title' : 'publishedAt';
    const rows = await this.database.prisma.quiz.findMany({
      where: { ...matching(query), ...within, ...(position && beside(way, position.at)) },
      orderBy: [{ [field]: way.order }, { id: way.order }],
      take: limit + 1,
      select: CARD,
    });
    const counts = await this.countQuestions(rows.flatMap((row) => row.publishedVersionId ?? []));
    const cards = rows.map((row) => toCard(row, counts.get(row.publishedVersionId ?? '') ?? 0));
    return toPage(cards, { limit, position }, (card) => [sort, card[field], card.id]);
  }

  /** Of these versions alone: Prisma's own count of a relation groups every question there is. */
  private async countQuestions(versionIds: string[]): Promise<Map<string, number>> {
    const groups = await this.database.prisma.question.groupBy({
      by: ['versionId'],
      where: { versionId: { in: versionIds } },
      _count: true,
    });
    return new Map(groups.map(({ versionId, _count }) => [versionId, _count]));
  }
}
