import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import { newId } from '../../shared/ids.js';
import type { QuestionType } from '../../shared/question-type.js';
import { type QuestionRow, toAdminQuestion } from './admin-quizzes.mapper.js';
import { Prisma } from '../../generated/prisma/client.js';
import type { AdminQuestionDto } from './catalogue.dto.js';
import type { Editable } from './domain/edit-question.js';

const WRITE_OPTIONS = `
INSERT INTO options (id, question_id, position, content, correct)
SELECT id, $1::uuid, position, content, correct
FROM jsonb_to_recordset($2::jsonb) AS o(id uuid, position int, content jsonb, correct boolean)
ON CONFLICT (id) DO UPDATE SET position = excluded.position, content = excluded.content,
  correct = excluded.correct
RETURNING id`;
const REMEMBER_REMOVED = `
UPDATE quiz_versions SET removed_sources = removed_sources || $2::jsonb WHERE id = $1::uuid RETURNING id`;

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

  /** Writes the question as it is now; options that are not named are gone. */
  async update(
    tx: Transaction,
    id: string,
    { options, ...question }: Editable & Pick<AdminQuestionDto, 'diagnostics'>,
  ): Promise<void> {
    const data = {
      ...question,
      explanation: question.explanation ?? Prisma.DbNull,
      answer: question.answer ?? Prisma.DbNull,
    };
    await tx.prisma.question.update({ where: { id }, data });
    const rows = options.map((option, position) => ({
      ...option,
      id: option.id ?? newId(),
      position,
    }));
    await tx.query(
      'DELETE FROM options WHERE question_id = $1::uuid AND NOT id = ANY($2::uuid[]) RETURNING id',
      [id, rows.map((option) => option.id)],
    );
    // Out of the way first, as positions are unique at every moment.
    await tx.query(
      'UPDATE options SET position = position + 1000000 WHERE question_id = $1::uuid RETURNING id',
      [id],
    );
    await tx.query(WRITE_OPTIONS, [id, JSON.stringify(rows)]);
  }

  /** Takes the doubts of this code off a question, and remembers it for when the file is read again. */
  async dismiss(tx: Transaction, id: string, code: string): Promise<void> {
    await tx.query(
      `UPDATE questions SET
         diagnostics = jsonb_path_query_array(diagnostics, '$[*] ? (@.code != $code)',
                                              jsonb_build_object('code', $2::text)),
         source = CASE WHEN source IS NULL THEN NULL ELSE jsonb_set(source, '{dismissed}',
                    coalesce(source -> 'dismissed', '[]') || to_jsonb($2::text)) END
       WHERE id = $1::uuid RETURNING id`,
      [id, code],
    );
  }

  /** Are all of these pictures of this quiz? */
  async havePictures(tx: Transaction, quizId: string, mediaIds: string[]): Promise<boolean> {
    if (mediaIds.length === 0) return true;
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM media WHERE quiz_id = $1::uuid AND id::text = ANY($2::text[])',
      [quizId, mediaIds],
    );
    return row?.count === mediaIds.length;
  }

  /** Removes a question, remembering where it was read, and closes the gap in the order. */
  async remove(tx: Transaction, versionId: string, id: string): Promise<void> {
    const { position, source } = await tx.prisma.question.delete({ where: { id, versionId } });
    if (source !== null) await tx.query(REMEMBER_REMOVED, [versionId, JSON.stringify([source])]);
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
