import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { RichContent } from '../../shared/content.js';
import type { AnswerKey, WholeQuestion, WholeQuiz, WhichVersion } from './catalogue.model.js';

const WITH_QUESTIONS = {
  questions: {
    orderBy: { position: 'asc' },
    include: { options: { orderBy: { position: 'asc' } } },
  },
} satisfies Prisma.QuizVersionInclude;

const ABOUT = {
  category: { select: { name: true } },
  media: { select: { id: true, mime: true, width: true, height: true } },
} satisfies Prisma.QuizInclude;

type VersionRow = Prisma.QuizVersionGetPayload<{ include: typeof WITH_QUESTIONS }>;

/** Content columns hold what the import or an editor wrote through the content schema. */
function toQuestion(row: VersionRow['questions'][number]): WholeQuestion {
  return {
    type: row.type,
    stem: row.stem as RichContent,
    explanation: row.explanation as RichContent | null,
    points: row.points.toNumber(),
    options: row.options.map(({ content, correct, feedback }) => ({
      content: content as RichContent,
      correct,
      feedback: feedback as RichContent | null,
    })),
    answer: row.answer as AnswerKey | null,
  };
}

/** Reads quizzes with all that is in them, drafts included. */
@Injectable()
export class WholeQuizzesRepository {
  constructor(private readonly database: Database) {}

  async find(quizId: string, which: WhichVersion): Promise<WholeQuiz | null> {
    const quiz = await this.database.prisma.quiz.findUnique({
      where: { id: quizId },
      include: ABOUT,
    });
    const version = await this.database.prisma.quizVersion.findFirst({
      where: which === 'newest' ? { quizId } : { publishedOf: { id: quizId } },
      orderBy: { number: 'desc' },
      include: WITH_QUESTIONS,
    });
    if (quiz === null || version === null) return null;
    const { title, description, category, difficulty, media } = quiz;
    return {
      title,
      description,
      category: category?.name ?? null,
      difficulty,
      timeLimitSeconds: version.timeLimitSeconds,
      questions: version.questions.map(toQuestion),
      media,
    };
  }
}
