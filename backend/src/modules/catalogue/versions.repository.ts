import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { RichContent } from '../../shared/content.js';
import type { AnswerKey, PublishedQuestion, PublishedVersion } from './catalogue.model.js';

const WITH_QUESTIONS = {
  quiz: { select: { title: true } },
  questions: {
    orderBy: { position: 'asc' },
    include: { options: { orderBy: { position: 'asc' } } },
  },
} satisfies Prisma.QuizVersionInclude;

type VersionRow = Prisma.QuizVersionGetPayload<{ include: typeof WITH_QUESTIONS }>;

/** Content columns hold what the import or an editor wrote through the content schema. */
function toQuestion(row: VersionRow['questions'][number]): PublishedQuestion {
  return {
    id: row.id,
    position: row.position,
    type: row.type,
    stem: row.stem as RichContent,
    explanation: row.explanation as RichContent | null,
    points: row.points.toNumber(),
    partialCredit: row.partialCredit,
    options: row.options.map((option) => ({
      id: option.id,
      content: option.content as RichContent,
      correct: option.correct,
      feedback: option.feedback as RichContent | null,
    })),
    answer: row.answer as AnswerKey | null,
  };
}

function toVersion(row: VersionRow): PublishedVersion {
  return {
    versionId: row.id,
    keyRevision: row.keyRevision,
    quizId: row.quizId,
    title: row.quiz.title,
    timeLimitSeconds: row.timeLimitSeconds,
    attemptsAllowed: row.attemptsAllowed,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    passPercent: row.passPercent,
    reviewPolicy: row.reviewPolicy,
    offlineGraceSeconds: row.offlineGraceSeconds,
    pauseAllowed: row.pauseAllowed,
    lateAnswers: row.lateAnswers,
    questions: row.questions.map(toQuestion),
  };
}

/** Reads versions whole. */
@Injectable()
export class VersionsRepository {
  constructor(private readonly database: Database) {}

  async findPublishedVersionId(quizId: string): Promise<string | null> {
    const quiz = await this.database.prisma.quiz.findFirst({
      where: { id: quizId, status: 'PUBLISHED' },
      select: { publishedVersionId: true },
    });
    return quiz?.publishedVersionId ?? null;
  }

  /** How often the key of a version was corrected. */
  async getKeyRevision(versionId: string): Promise<number> {
    const { keyRevision } = await this.database.prisma.quizVersion.findUniqueOrThrow({
      where: { id: versionId },
      select: { keyRevision: true },
    });
    return keyRevision;
  }

  async getVersion(versionId: string): Promise<PublishedVersion> {
    const row = await this.database.prisma.quizVersion.findUniqueOrThrow({
      where: { id: versionId },
      include: WITH_QUESTIONS,
    });
    return toVersion(row);
  }
}
