import { randomUUID } from 'node:crypto';
import { withClient } from '../../../backend/scripts/lib/database.mjs';

const LONG_AGO = "'2020-01-01'::timestamptz";

/** Adds empty drafts, `Draft 1` the latest of them; all were changed longer ago than any other quiz. */
export async function addDrafts(databaseUrl: string, quizId: string, count: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `WITH made AS (
         INSERT INTO quizzes (id, owner_id, title, created_at, updated_at)
         SELECT gen_random_uuid(), owner_id, 'Draft ' || n, now(), ${LONG_AGO} - n * interval '1 minute'
         FROM quizzes, generate_series(1, $2::int) n WHERE id = $1::uuid
         RETURNING id)
       INSERT INTO quiz_versions (id, quiz_id, number) SELECT gen_random_uuid(), id, 1 FROM made`,
      [quizId, count],
    );
  });
}

/** A draft with the first question of a published quiz, so many times. Returns its id. */
export async function addLongDraft(
  databaseUrl: string,
  quizId: string,
  count: number,
): Promise<string> {
  const [draftId, versionId] = [randomUUID(), randomUUID()];
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `INSERT INTO quizzes (id, owner_id, title, updated_at)
       SELECT $2::uuid, owner_id, 'A very long paper', ${LONG_AGO} FROM quizzes WHERE id = $1::uuid`,
      [quizId, draftId],
    );
    await client.query(
      'INSERT INTO quiz_versions (id, quiz_id, number) VALUES ($1::uuid, $2::uuid, 1)',
      [versionId, draftId],
    );
    await client.query(
      `WITH first AS (
         SELECT q.* FROM questions q JOIN quizzes z ON z.published_version_id = q.version_id
         WHERE z.id = $1::uuid ORDER BY q.position LIMIT 1),
       copies AS (
         INSERT INTO questions (id, version_id, position, type, stem)
         SELECT gen_random_uuid(), $2::uuid, n, type, stem FROM first, generate_series(1, $3::int) n
         RETURNING id)
       INSERT INTO options (id, question_id, position, content, correct)
       SELECT gen_random_uuid(), copies.id, o.position, o.content, o.correct
       FROM copies, options o WHERE o.question_id = (SELECT id FROM first)`,
      [quizId, versionId, count],
    );
  });
  return draftId;
}
