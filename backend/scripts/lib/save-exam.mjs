import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { tokenSigner } from './product-parts.mjs';
import { importTestSource } from './test-sources.mjs';

/** Of the quiz in which the saves are made; the last option is chosen by none of the templates. */
const QUESTIONS = 20;

/** @typedef {{ attemptId: string, clientId: string, token: string }} Writer */

/**
 * An exam under way: so many students signed in, each with an open attempt of one quiz, and a table of the same
 * shape for the bare server with the same rows.
 * @param {{ ownerUrl: string, jwtSecret: string }} instance
 * @param {number} count
 * @returns {Promise<{ writers: Writer[], choices: string[][] }>} `choices`: by question, each of its answers as JSON
 */
export async function seatStudents({ ownerUrl, jwtSecret }, count) {
  const { publishExam } = await importTestSource('support/exam.ts');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const exam = await publishExam(owner, {
      timeLimitSeconds: 7200,
      extraQuestions: QUESTIONS - 5,
    });
    await owner.query(SEAT, [count, exam.quizId, exam.versionId]);
    await owner.query(BARE_TABLE);
    await owner.query('VACUUM ANALYZE');
    await owner.query('CHECKPOINT');
    const { rows } = await owner.query(SEATED);
    const sign = await tokenSigner(jwtSecret);
    const writers = [];
    for (const { attemptId, userId, sessionId } of rows) {
      const token = sign({ userId, sessionId, role: 'STUDENT' });
      writers.push({ attemptId, clientId: randomUUID(), token });
    }
    return { writers, choices: exam.questions.map(choicesOf) };
  } finally {
    await owner.end();
  }
}

const SEAT = `
WITH u AS (
  INSERT INTO users (id, email, name, password_hash, updated_at)
  SELECT uuidv7(), 'student-' || n || '@example.org', 'Student ' || n, 'no password', now()
  FROM generate_series(1, $1::int) n RETURNING id),
s AS (
  INSERT INTO sessions (id, user_id, expires_at)
  SELECT uuidv7(), id, now() + interval '1 day' FROM u)
INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, deadline_at)
SELECT uuidv7(), id, $2::uuid, $3::uuid, 1, now() + interval '2 hours' FROM u`;

const SEATED = `
SELECT a.id AS "attemptId", a.user_id AS "userId", s.id AS "sessionId"
FROM attempts a JOIN sessions s ON s.user_id = a.user_id ORDER BY a.id`;

const BARE_TABLE = `
CREATE TABLE bare_attempts (LIKE attempts INCLUDING ALL) WITH (fillfactor = 70);
INSERT INTO bare_attempts SELECT * FROM attempts;
GRANT SELECT, UPDATE ON bare_attempts TO PUBLIC`;

/** @param {{ id: string, type: string, optionIds: string[] }} question */
function choicesOf({ id, type, optionIds }) {
  const values =
    type === 'MULTIPLE_CHOICE'
      ? optionIds.map((optionId) => [optionId])
      : optionIds.length > 0
        ? optionIds
        : ['forty-two', '42', 'about 40'];
  return values.map((value) => JSON.stringify({ questionId: id, value }));
}
