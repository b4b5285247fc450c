import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';

/** What was made of a stretch of a document. */
export interface SourceUse {
  /** Position (from 0) and paragraphs of each question that was read from it. */
  questions: { position: number; paragraphs: number[] }[];
  /** Paragraphs of questions that were removed by hand. */
  removed: number[];
}

const QUESTIONS = {
  name: 'questions-read-from',
  text: `SELECT position, ARRAY(SELECT p::int FROM jsonb_array_elements_text(source -> 'paragraphs') AS p) AS paragraphs
         FROM questions
         WHERE version_id = $1 AND source ->> 'importId' = $2
           AND jsonb_path_exists(source -> 'paragraphs', '$[*] ? (@ >= $from && @ < $to)',
                                 jsonb_build_object('from', $3::int, 'to', $4::int))
         ORDER BY position`,
};
const REMOVED = {
  name: 'removed-sources-of-quiz',
  text: `SELECT v.id, jsonb_path_query_array(removed_sources, '$[*] ? (@.importId == $id).paragraphs[*]',
           jsonb_build_object('id', $2::text)) AS removed
         FROM quiz_versions v WHERE quiz_id = $1 ORDER BY number DESC LIMIT 1`,
};
const DOUBTED = {
  name: 'count-doubted-questions',
  text: `SELECT v.quiz_id, count(*)::int AS doubted
         FROM (SELECT DISTINCT ON (quiz_id) quiz_id, id FROM quiz_versions
               WHERE quiz_id = ANY($1::uuid[]) ORDER BY quiz_id, number DESC) v
         JOIN questions q ON q.version_id = v.id
         WHERE q.diagnostics @? '$[*] ? (@.severity == "error")' GROUP BY v.quiz_id`,
};

/** Where questions and pictures came from, and what of it is in doubt. */
@Injectable()
export class SourcesRepository {
  constructor(private readonly database: Database) {}

  async findUse(quizId: string, importId: string, from: number, to: number): Promise<SourceUse> {
    const [version] = await this.database.query<{ id: string; removed: number[] }>(REMOVED, [
      quizId,
      importId,
    ]);
    if (version === undefined) return { questions: [], removed: [] };
    const questions = await this.database.query<SourceUse['questions'][number]>(QUESTIONS, [
      version.id,
      importId,
      from,
      to,
    ]);
    return { questions, removed: version.removed };
  }

  async countDoubted(quizIds: string[]): Promise<Map<string, number>> {
    if (quizIds.length === 0) return new Map();
    const rows = await this.database.query<{ quiz_id: string; doubted: number }>(DOUBTED, [
      quizIds,
    ]);
    return new Map(rows.map(({ quiz_id, doubted }) => [quiz_id, doubted]));
  }

  async findPictureIds(quizId: string, sha256s: string[]): Promise<Map<string, string>> {
    if (sha256s.length === 0) return new Map();
    const rows = await this.database.prisma.media.findMany({
      where: { quizId, sha256: { in: sha256s } },
      select: { id: true, sha256: true },
    });
    return new Map(rows.map(({ id, sha256 }) => [sha256, id]));
  }
}
