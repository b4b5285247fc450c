import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import type { QuestionType } from '../../shared/question-type.js';
import { type QuestionRow, toAdminQuestion } from './admin-quizzes.mapper.js';
import type { AdminQuestionDto } from './catalogue.dto.js';

/** Questions of a draft, inside the transaction that locked its quiz. */
@Injectable()
export class QuestionsRepository {
  async find(tx: Transaction, versionId: string, id: string): Promise<AdminQuestionDto | null> {
    const row: QuestionRow | null = await tx.prisma.question.findFirst({
      where: { id, versionId },
      include: { options: { orderBy: { position: 'asc' } } },
    });
    return row && toAdminQuestion(row);
  }

  async setKey(
    tx: Transaction,
    question: Pick<AdminQuestionDto, 'id' | 'diagnostics'> & { type: QuestionType },
    correctOptionIds: string[],
  ): Promise<void> {
    await tx.prisma.question.update({
      where: { id: question.id },
      data: { type: question.type, diagnostics: question.diagnostics },
    });
    await tx.query(
      'UPDATE options SET correct = (id = ANY($2::uuid[])) WHERE question_id = $1::uuid RETURNING id',
      [question.id, correctOptionIds],
    );
  }

  /** Removes a question and closes the gap in the order. */
  async remove(tx: Transaction, versionId: string, id: string): Promise<void> {
    const { position } = await tx.prisma.question.delete({ where: { id, versionId } });
    // In two steps, as positions are unique at every moment.
    await tx.prisma.question.updateMany({
      where: { versionId, position: { gt: position } },
      data: { position: { increment: 1_000_000 } },
    });
    await tx.prisma.question.updateMany({
      where: { versionId, position: { gt: 1_000_000 } },
      data: { position: { decrement: 1_000_001 } },
    });
  }
}
