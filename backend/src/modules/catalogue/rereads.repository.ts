import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.service.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import { isEdited, type QuestionRow } from './admin-quizzes.mapper.js';
import type { NewDraft, NewQuestion, QuestionSource } from './catalogue.model.js';
import { planReread, type ReadFrom } from './domain/reread-plan.js';
import { DraftsRepository } from './drafts.repository.js';

/** What can be done to a quiz: only a draft takes questions. */
export type DraftState = 'draft' | 'not-draft' | 'gone';

const LOCK = `
SELECT q.status::text AS status, q.owner_id, v.id AS version_id, v.removed_sources
FROM quizzes q JOIN quiz_versions v ON v.quiz_id = q.id
WHERE q.id = $1::uuid ORDER BY v.number DESC LIMIT 1 FOR UPDATE OF q`;
/** In two steps, as positions are unique at every moment. */
const MAKE_ROOM =
  'UPDATE questions SET position = position + 1000000 WHERE version_id = $1::uuid RETURNING id';
const PLACE = `
UPDATE questions q SET position = p.position
FROM jsonb_to_recordset($2::jsonb) AS p(id uuid, position int)
WHERE q.id = p.id AND q.version_id = $1::uuid RETURNING q.id`;

interface Locked {
  status: string;
  owner_id: string;
  version_id: string;
  removed_sources: QuestionSource[];
}

function placeIn(importId: string, source: QuestionSource | null): ReadFrom | null {
  if (source === null || source.importId !== importId) return null;
  return {
    paragraphs: source.paragraphs ?? [],
    number: source.number,
    ordinal: source.ordinal ?? -1,
  };
}

/** What a person put aside of the former reading stays aside. */
function withDismissed(question: NewQuestion, former: QuestionRow | undefined): NewQuestion {
  const dismissed = (former?.source as QuestionSource | null | undefined)?.dismissed ?? [];
  if (dismissed.length === 0) return question;
  const isOpen = ({ code }: Diagnostic): boolean => !dismissed.includes(code);
  const source = { ...question.source, dismissed };
  return { ...question, source, diagnostics: question.diagnostics.filter(isOpen) };
}

/** Replaces the questions of a draft by a new reading of the file they came from. */
@Injectable()
export class RereadsRepository {
  constructor(private readonly drafts: DraftsRepository) {}

  /** Locks the quiz for `tx` and tells whether its questions may change. */
  async lock(tx: Transaction, quizId: string): Promise<DraftState> {
    const [row] = await tx.query<Locked>(LOCK, [quizId]);
    if (row === undefined) return 'gone';
    return row.status === 'DRAFT' ? 'draft' : 'not-draft';
  }

  /** The quiz has to be locked and a draft. @returns how many questions stayed as they had been edited */
  async replace(
    tx: Transaction,
    quizId: string,
    importId: string,
    { questions, media }: Pick<NewDraft, 'questions' | 'media'>,
  ): Promise<number> {
    const [quiz] = await tx.query<Locked>(LOCK, [quizId]);
    if (quiz === undefined) throw new Error(`Quiz ${quizId} is gone though it is locked`);
    const versionId = quiz.version_id;
    const formers = await tx.prisma.question.findMany({
      where: { versionId },
      orderBy: { position: 'asc' },
      include: { options: { orderBy: { position: 'asc' } } },
    });
    const byId = new Map(formers.map((row) => [row.id, row]));
    const { entries, keptEdits } = planReread(
      formers.map((row) => ({
        id: row.id,
        readFrom: placeIn(importId, row.source as QuestionSource | null),
        edited: isEdited(row),
      })),
      quiz.removed_sources.flatMap((source) => placeIn(importId, source) ?? []),
      questions.map(({ source }, ordinal) => ({ ...source, ordinal })),
    );
    const kept = entries.flatMap((entry, position) =>
      'keep' in entry ? { id: entry.keep, position } : [],
    );
    const taken = entries.flatMap((entry, position) => {
      const question = 'take' in entry ? questions[entry.take] : undefined;
      if (question === undefined || !('take' in entry)) return [];
      const former = byId.get(entry.insteadOf ?? '');
      return { question: withDismissed(question, former), ordinal: entry.take, position };
    });
    await tx.prisma.question.deleteMany({
      where: { versionId, id: { notIn: kept.map(({ id }) => id) } },
    });
    await tx.query(MAKE_ROOM, [versionId]);
    await tx.query(PLACE, [versionId, JSON.stringify(kept)]);
    const mediaIds = await this.drafts.insertMedia(tx, quiz.owner_id, quizId, media);
    await this.drafts.insertQuestions(tx, versionId, taken, mediaIds);
    await tx.prisma.quiz.update({ where: { id: quizId }, data: { updatedAt: new Date() } });
    return keptEdits;
  }
}
