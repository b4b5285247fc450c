import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import { Prisma } from '../../generated/prisma/client.js';
import { newId } from '../../shared/ids.js';
import type { AnswerKey, KeyedQuestion, QuestionKey } from './catalogue.model.js';

/** Keys of published versions: held while attempts are graded, corrected where they were wrong. */
@Injectable()
export class KeysRepository {
  constructor(private readonly database: Database) {}

  /**
   * Keeps the key of a version as it is until `tx` ends, and returns its revision. The lock is in memory: any number
   * of attempts is graded at once without writing to the version.
   */
  async hold(tx: Transaction, versionId: string): Promise<number> {
    await tx.query(
      'SELECT pg_advisory_xact_lock_shared(hashtextextended($1::text, 0)) IS NULL AS held',
      [versionId],
    );
    // A statement of its own: one that had to wait for the lock would read what was there before.
    const [row] = await tx.query<{ revision: number }>(
      'SELECT key_revision AS revision FROM quiz_versions WHERE id = $1::uuid',
      [versionId],
    );
    if (!row) throw new Error(`version ${versionId} is gone`);
    return row.revision;
  }

  /** A question of a published version; null when there is none of that id. */
  async findPublished(questionId: string): Promise<KeyedQuestion | null> {
    const question = await this.database.prisma.question.findFirst({
      where: { id: questionId, version: { publishedAt: { not: null } } },
      include: { version: true, options: { orderBy: { position: 'asc' } } },
    });
    if (question === null) return null;
    const { type, position, versionId, version, options } = question;
    return {
      ...{ quizId: version.quizId, versionId, position, type },
      optionIds: options.map(({ id }) => id),
      key: {
        correctOptionIds: options.filter(({ correct }) => correct).map(({ id }) => id),
        answer: question.answer as AnswerKey | null,
      },
    };
  }

  /** Replaces the key of a published question; waits for attempts that are being graded by the one before. */
  async correct(
    tx: Transaction,
    { questionId, versionId, before, after }: KeyCorrection,
  ): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0)) IS NULL AS held', [
      versionId,
    ]);
    const right = { in: after.correctOptionIds };
    await tx.prisma.option.updateMany({
      where: { questionId, id: right },
      data: { correct: true },
    });
    await tx.prisma.option.updateMany({
      where: { questionId, NOT: { id: right } },
      data: { correct: false },
    });
    await tx.prisma.question.update({
      where: { id: questionId },
      data: { answer: after.answer ?? Prisma.DbNull },
    });
    await tx.prisma.quizVersion.update({
      where: { id: versionId },
      data: { keyRevision: { increment: 1 } },
    });
    await tx.prisma.keyCorrection.create({
      data: {
        id: newId(),
        versionId,
        questionId,
        at: new Date(),
        before: { ...before },
        after: { ...after },
      },
    });
  }
}

interface KeyCorrection {
  questionId: string;
  versionId: string;
  before: QuestionKey;
  after: QuestionKey;
}
