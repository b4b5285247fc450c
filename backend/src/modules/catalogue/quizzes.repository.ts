import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../database/database.service.js';
import type { Prisma } from '../../generated/prisma/client.js';
import { AppError } from '../../shared/app-error.js';
import {
  cursorTimeSchema,
  decodeCursor,
  encodeCursor,
  type Page,
} from '../../shared/pagination.js';
import type { QuizCardDto, QuizDetailDto, QuizListQuery } from './catalogue.dto.js';

const CARD = {
  id: true,
  title: true,
  description: true,
  difficulty: true,
  publishedAt: true,
  category: { select: { id: true, name: true, slug: true } },
  publishedVersion: { include: { _count: { select: { questions: true } } } },
} satisfies Prisma.QuizSelect;

type CardRow = Prisma.QuizGetPayload<{ select: typeof CARD }>;

/** Named by their order, so that no cursor is taken for one of the other. */
const newestCursor = z.tuple([z.literal('newest'), cursorTimeSchema, z.uuid()]);
const titleCursor = z.tuple([
  z.literal('title'),
  z.string().refine((title) => !title.includes('\u0000')),
  z.uuid(),
]);

function invalidCursor(): AppError {
  return new AppError('VALIDATION_FAILED', 'invalid', 'This page marker is not one of this list.', {
    errors: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
}

function after(query: QuizListQuery): Prisma.QuizWhereInput {
  if (query.cursor === undefined) return {};
  if (query.sort === 'title') {
    const cursor = decodeCursor(query.cursor, titleCursor);
    if (cursor === null) throw invalidCursor();
    const [, title, id] = cursor;
    return { OR: [{ title: { gt: title } }, { title, id: { gt: id } }] };
  }
  const cursor = decodeCursor(query.cursor, newestCursor);
  if (cursor === null) throw invalidCursor();
  const [publishedAt, id] = [new Date(cursor[1]), cursor[2]];
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] };
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
    ...(query.category === undefined ? {} : { category: { slug: query.category } }),
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

function toCard(row: CardRow): QuizCardDto {
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
    questionCount: version._count.questions,
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
    const rows = await this.database.prisma.quiz.findMany({
      where: { ...matching(query), ...after(query) },
      orderBy:
        query.sort === 'title'
          ? [{ title: 'asc' }, { id: 'asc' }]
          : [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: query.limit + 1,
      select: CARD,
    });
    const items = rows.slice(0, query.limit).map(toCard);
    const last = items.at(-1);
    const more = rows.length > query.limit && last !== undefined;
    const marker = query.sort === 'title' ? last?.title : last?.publishedAt;
    return { items, nextCursor: more ? encodeCursor([query.sort, marker ?? '', last.id]) : null };
  }

  async findPublished(id: string): Promise<QuizDetailDto | null> {
    const row = await this.database.prisma.quiz.findFirst({
      where: { id, status: 'PUBLISHED' },
      select: CARD,
    });
    if (row?.publishedVersion == null) return null;
    const version = row.publishedVersion;
    const points = await this.database.prisma.question.aggregate({
      where: { versionId: version.id },
      _sum: { points: true },
    });
    return {
      ...toCard(row),
      totalPoints: points._sum.points?.toNumber() ?? 0,
      passPercent: version.passPercent,
      opensAt: version.opensAt?.toISOString() ?? null,
      closesAt: version.closesAt?.toISOString() ?? null,
      reviewPolicy: version.reviewPolicy,
    };
  }
}
