import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import { mapMedia, type RichContent } from '../../shared/content.js';
import { newId } from '../../shared/ids.js';
import type { NewDraft, NewMedia, NewQuestion } from './catalogue.model.js';
import { questionFingerprint } from './domain/fingerprint.js';
import { slugOf } from './domain/slug.js';

const INSERT_QUESTIONS = `
INSERT INTO questions (id, version_id, position, type, stem, explanation, points, answer, source, diagnostics)
SELECT id, version_id, position, type::"QuestionType", stem, nullif(explanation, 'null'), points,
       nullif(answer, 'null'), source, diagnostics
FROM jsonb_to_recordset($1::jsonb) AS q(id uuid, version_id uuid, position int, type text, stem jsonb,
       explanation jsonb, points numeric, answer jsonb, source jsonb, diagnostics jsonb)`;

const INSERT_OPTIONS = `
INSERT INTO options (id, question_id, position, content, correct, feedback)
SELECT id, question_id, position, content, correct, nullif(feedback, 'null')
FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, question_id uuid, position int, content jsonb, correct boolean,
       feedback jsonb)`;

/** A question with its position in the draft and its place among those of the reading, both from 0. */
export interface PlacedQuestion {
  question: NewQuestion;
  position: number;
  ordinal: number;
}

/** No statement becomes so large that it runs into the limit of its time. */
const QUESTIONS_PER_STATEMENT = 2000;

/** Writes whole drafts: few statements, however many questions. */
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
        difficulty: draft.difficulty ?? null,
        versions: {
          create: { id: versionId, number: 1, timeLimitSeconds: draft.timeLimitSeconds ?? null },
        },
      },
    });
    const mediaIds = await this.insertMedia(tx, draft.ownerId, quizId, draft.media);
    const placed = draft.questions.map((question, position) => ({
      question,
      position,
      ordinal: position,
    }));
    await this.insertQuestions(tx, versionId, placed, mediaIds);
    return quizId;
  }

  /** The category of that name or slug; null when there is none. */
  async findCategory(tx: Transaction, name: string): Promise<string | null> {
    const insensitive = { equals: name.trim(), mode: 'insensitive' } as const;
    const found = await tx.prisma.category.findFirst({
      where: { OR: [{ name: insensitive }, { slug: slugOf(name) }] },
      orderBy: { position: 'asc' },
      select: { id: true },
    });
    return found?.id ?? null;
  }

  /** Stores the pictures that the quiz has not; the ids of all by their SHA-256. */
  async insertMedia(
    tx: Transaction,
    ownerId: string,
    quizId: string,
    media: NewMedia[],
  ): Promise<Map<string, string>> {
    const known = await tx.prisma.media.findMany({
      where: { quizId },
      select: { id: true, sha256: true },
    });
    const ids = new Map(known.map(({ id, sha256 }) => [sha256, id]));
    for (const picture of media) {
      if (ids.has(picture.sha256)) continue;
      const id = newMediaId();
      ids.set(picture.sha256, id);
      const bytes = Uint8Array.from(picture.bytes);
      await tx.prisma.media.create({ data: { ...picture, bytes, id, ownerId, quizId } });
    }
    return ids;
  }

  /** Writes new questions at their positions; `mediaIds`: of pictures by their SHA-256. */
  async insertQuestions(
    tx: Transaction,
    versionId: string,
    questions: PlacedQuestion[],
    mediaIds: Map<string, string>,
  ): Promise<void> {
    for (let at = 0; at < questions.length; at += QUESTIONS_PER_STATEMENT) {
      const some = questions.slice(at, at + QUESTIONS_PER_STATEMENT);
      await this.insertSome(tx, versionId, some, mediaIds);
    }
  }

  private async insertSome(
    tx: Transaction,
    versionId: string,
    questions: PlacedQuestion[],
    mediaIds: Map<string, string>,
  ): Promise<void> {
    const stored = (content: RichContent) => mapMedia(content, (sha) => mediaIds.get(sha) ?? null);
    const rows = questions.map(({ question, position, ordinal }) => {
      const written = {
        ...question,
        stem: stored(question.stem),
        explanation: question.explanation && stored(question.explanation),
        options: question.options.map((option) => ({
          ...option,
          content: stored(option.content),
          feedback: option.feedback ? stored(option.feedback) : null,
        })),
      };
      const source = { ...question.source, ordinal, fingerprint: questionFingerprint(written) };
      return { ...written, source, id: newId(), version_id: versionId, position };
    });
    const options = rows.flatMap((row) =>
      row.options.map((option, position) => ({
        ...option,
        id: newId(),
        question_id: row.id,
        position,
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
