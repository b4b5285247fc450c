import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import { mapMedia, type RichContent } from '../../shared/content.js';
import { newId } from '../../shared/ids.js';
import type { NewDraft, NewMedia, NewQuestion } from './catalogue.model.js';

const INSERT_QUESTIONS = `
INSERT INTO questions (id, version_id, position, type, stem, explanation, points, answer, source, diagnostics)
SELECT id, version_id, position, type::"QuestionType", stem, nullif(explanation, 'null'), points,
       nullif(answer, 'null'), source, diagnostics
FROM jsonb_to_recordset($1::jsonb) AS q(id uuid, version_id uuid, position int, type text, stem jsonb,
       explanation jsonb, points numeric, answer jsonb, source jsonb, diagnostics jsonb)`;

const INSERT_OPTIONS = `
INSERT INTO options (id, question_id, position, content, correct)
SELECT id, question_id, position, content, correct
FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, question_id uuid, position int, content jsonb, correct boolean)`;

/** Writes whole drafts: a statement a table, however many questions. */
@Injectable()
export class DraftsRepository {
  async create(tx: Transaction, draft: NewDraft): Promise<string> {
    const quizId = newId();
    const versionId = newId();
    await tx.prisma.quiz.create({
      data: {
        id: quizId,
        ownerId: draft.ownerId,
        categoryId: draft.categoryId,
        title: draft.title,
        description: draft.description ?? '',
        versions: { create: { id: versionId, number: 1 } },
      },
    });
    const mediaIds = await this.insertMedia(tx, draft.ownerId, quizId, draft.media);
    await this.insertQuestions(tx, versionId, draft.questions, mediaIds);
    return quizId;
  }

  private async insertMedia(
    tx: Transaction,
    ownerId: string,
    quizId: string,
    media: NewMedia[],
  ): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const picture of media) {
      const id = newMediaId();
      ids.set(picture.sha256, id);
      const bytes = Uint8Array.from(picture.bytes);
      await tx.prisma.media.create({ data: { ...picture, bytes, id, ownerId, quizId } });
    }
    return ids;
  }

  private async insertQuestions(
    tx: Transaction,
    versionId: string,
    questions: NewQuestion[],
    mediaIds: Map<string, string>,
  ): Promise<void> {
    const stored = (content: RichContent) => mapMedia(content, (sha) => mediaIds.get(sha) ?? null);
    const rows = questions.map((question, position) => ({
      ...question,
      id: newId(),
      version_id: versionId,
      position,
      stem: stored(question.stem),
      explanation: question.explanation && stored(question.explanation),
    }));
    const options = rows.flatMap((row) =>
      row.options.map((option, position) => ({
        id: newId(),
        question_id: row.id,
        position,
        content: stored(option.content),
        correct: option.correct,
      })),
    );
    const withoutOptions = rows.map((row) => ({ ...row, options: undefined }));
    await tx.query(INSERT_QUESTIONS, [JSON.stringify(withoutOptions)]);
    await tx.query(INSERT_OPTIONS, [JSON.stringify(options)]);
  }
}

/** The address of a picture is its permission: random throughout, unlike the time-ordered ids of rows. */
function newMediaId(): string {
  return crypto.randomUUID();
}
