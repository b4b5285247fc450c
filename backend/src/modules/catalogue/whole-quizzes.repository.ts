import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import type { WholeQuestion, WholeQuiz, WhichVersion } from './catalogue.model.js';

/** One statement for whole versions: thousands of questions cost Prisma a third of a second at a stretch. */
const QUESTIONS = {
  name: 'whole-questions',
  text: `SELECT q.type::text, q.stem, q.explanation, q.points::float8, q.answer,
           coalesce((SELECT jsonb_agg(jsonb_build_object('content', o.content, 'correct', o.correct,
                       'feedback', o.feedback) ORDER BY o.position)
                     FROM options o WHERE o.question_id = q.id), '[]') AS options
         FROM questions q WHERE q.version_id = $1::uuid ORDER BY q.position`,
};

/** Reads quizzes with all that is in them, drafts included. */
@Injectable()
export class WholeQuizzesRepository {
  constructor(private readonly database: Database) {}

  async find(quizId: string, which: WhichVersion): Promise<WholeQuiz | null> {
    const quiz = await this.database.prisma.quiz.findUnique({
      where: { id: quizId },
      include: {
        category: { select: { name: true } },
        media: { select: { id: true, mime: true, width: true, height: true } },
      },
    });
    const version = await this.database.prisma.quizVersion.findFirst({
      where: which === 'newest' ? { quizId } : { publishedOf: { id: quizId } },
      orderBy: { number: 'desc' },
      select: { id: true, timeLimitSeconds: true },
    });
    if (quiz === null || version === null) return null;
    const { title, description, category, difficulty, media } = quiz;
    return {
      title,
      description,
      category: category?.name ?? null,
      difficulty,
      timeLimitSeconds: version.timeLimitSeconds,
      // Content columns hold what the import or an editor wrote through the content schema.
      questions: await this.database.query<WholeQuestion>(QUESTIONS, [version.id]),
      media,
    };
  }
}
