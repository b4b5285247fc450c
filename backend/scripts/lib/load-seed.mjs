import { randomUUID } from 'node:crypto';
import { withClient } from './database.mjs';
import { passwordHash, tokenSigner } from './product-parts.mjs';

/** What there is before a load test begins: a school that has been at it for a while. */
export const SCHOOL = {
  categories: 12,
  quizzes: 500,
  questionsFrom: 10,
  questionsTo: 19,
  past: 20,
};

/** Topics of the titles, and what is searched for; the popular ones first. */
const TOPICS = [
  ...[
    'Fractions',
    'Photosynthesis',
    'Verbs',
    'Volcanoes',
    'Equations',
    'Rivers',
    'Atoms',
    'Poetry',
  ],
  ...['Percentages', 'Cells', 'Tenses', 'Climate', 'Geometry', 'Magnets', 'Acids', 'Drama'],
  ...['Probability', 'Genetics', 'Spelling', 'Oceans', 'Functions', 'Optics', 'Metals', 'Novels'],
  ...['Statistics', 'Ecology', 'Grammar', 'Deserts', 'Vectors', 'Energy', 'Solutions', 'Essays'],
];

/**
 * Puts a school into an empty database: categories, published quizzes with their questions, students who are signed
 * in and have attempts behind them, a teacher.
 * @param {string} ownerUrl
 * @param {number} students
 */
export async function seedSchool(ownerUrl, students) {
  const password = `secret ${randomUUID()}`;
  const hash = await passwordHash(password);
  await withClient(ownerUrl, async (client) => {
    const { categories, quizzes, questionsFrom, questionsTo, past } = SCHOOL;
    await client.query('BEGIN');
    await client.query(TEACHER);
    await client.query(CATEGORIES, [categories]);
    await client.query(QUIZZES, [quizzes, TOPICS, categories]);
    await client.query(PUBLISH);
    await client.query(QUESTIONS, [questionsFrom, questionsTo]);
    await client.query(OPTIONS);
    await client.query(STUDENTS, [students, hash]);
    await client.query(PAST_ATTEMPTS, [past, quizzes]);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  });
  return { email: 'student-1@example.org', password };
}

/**
 * Who the virtual users are, as the scripts of load-tests read it (load-tests/lib/students.js).
 * @param {{ ownerUrl: string, jwtSecret: string }} instance
 * @param {{ email: string, password: string }} signIn
 */
export async function visitorsOf({ ownerUrl, jwtSecret }, signIn) {
  const sign = await tokenSigner(jwtSecret);
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT u.id AS "userId", s.id AS "sessionId", u.role FROM users u JOIN sessions s ON s.user_id = u.id`,
    );
    const tokens = (/** @type {string} */ role) =>
      rows.filter((row) => row.role === role).map((row) => sign(row));
    const categories = await client.query('SELECT slug FROM categories ORDER BY position');
    return {
      adminToken: tokens('ADMIN')[0] ?? '',
      visitors: {
        students: tokens('STUDENT').map((token) => ({ token })),
        signIn,
        categories: categories.rows.map(({ slug }) => slug),
        searches: TOPICS.map((topic) => topic.toLowerCase()),
      },
    };
  });
}

const content = (/** @type {string} */ text) =>
  `jsonb_build_array(jsonb_build_object('type', 'paragraph', 'children', jsonb_build_array(
     jsonb_build_object('type', 'text', 'text', ${text}))))`;

const TEACHER = `
WITH u AS (
  INSERT INTO users (id, email, name, password_hash, role, updated_at)
  VALUES (uuidv7(), 'teacher@example.org', 'Teacher', 'no password', 'ADMIN', now()) RETURNING id)
INSERT INTO sessions (id, user_id, expires_at) SELECT uuidv7(), id, now() + interval '1 day' FROM u`;

const CATEGORIES = `
INSERT INTO categories (id, name, slug, description, position, updated_at)
SELECT uuidv7(), 'Subject ' || n, 'subject-' || n, 'What is taught in subject ' || n, n, now()
FROM generate_series(1, $1::int) n`;

/** Some with a time limit, all as often as one likes: a virtual user takes a quiz more than once. */
const QUIZZES = `
WITH made AS (
  SELECT n, uuidv7() AS quiz_id, uuidv7() AS version_id, now() - make_interval(hours => n) AS at,
    ($2::text[])[1 + n % cardinality($2::text[])] AS topic
  FROM generate_series(1, $1::int) n),
q AS (
  INSERT INTO quizzes (id, owner_id, category_id, title, description, difficulty, language, updated_at)
  SELECT quiz_id, (SELECT id FROM users WHERE role = 'ADMIN'), c.id, topic || ', part ' || n,
    'Questions about ' || lower(topic) || ' as they were asked in class, with the easy ones first. Part ' || n || '.',
    (ARRAY['EASY', 'MEDIUM', 'HARD'])[1 + n % 3]::"Difficulty", 'en', at
  FROM made JOIN categories c ON c.position = 1 + n % $3::int RETURNING id),
v AS (
  INSERT INTO quiz_versions (id, quiz_id, number, published_at, time_limit_seconds)
  SELECT version_id, quiz_id, 1, at, CASE WHEN n % 2 = 0 THEN 3600 END FROM made RETURNING id)
SELECT 1`;

const PUBLISH = `
UPDATE quizzes SET status = 'PUBLISHED', published_at = v.published_at, published_version_id = v.id
FROM quiz_versions v WHERE v.quiz_id = quizzes.id`;

const QUESTIONS = `
INSERT INTO questions (id, version_id, position, type, stem, explanation)
SELECT uuidv7(), v.id, p, (CASE WHEN p % 5 = 0 THEN 'MULTIPLE_CHOICE' ELSE 'SINGLE_CHOICE' END)::"QuestionType",
  ${content("'Question ' || p || ': which of these is true of what was said in class about the subject, and why?'")},
  ${content("'Because that is how it was explained.'")}
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM quiz_versions) v,
  generate_series(1, $1::int + (v.n % ($2::int - $1::int + 1))::int) p`;

const OPTIONS = `
INSERT INTO options (id, question_id, position, content, correct)
SELECT uuidv7(), q.id, p, ${content("'The answer with the number ' || p || ', in a few words'")},
  p = 1 OR (q.type = 'MULTIPLE_CHOICE' AND p = 2)
FROM questions q, generate_series(0, 3) p`;

/** Only the first one has a password, the others a session that is open already. */
const STUDENTS = `
WITH u AS (
  INSERT INTO users (id, email, name, password_hash, updated_at)
  SELECT uuidv7(), 'student-' || n || '@example.org', 'Student ' || n,
    CASE WHEN n = 1 THEN $2::text ELSE 'no password' END, now()
  FROM generate_series(1, $1::int) n RETURNING id)
INSERT INTO sessions (id, user_id, expires_at) SELECT uuidv7(), id, now() + interval '1 day' FROM u`;

/** Of the newest quizzes more than of the others, by the law that the virtual users follow too; some of them today. */
const PAST_ATTEMPTS = `
WITH taken AS (
  SELECT u.id AS user_id, now() - make_interval(hours => 6 * k) AS at,
    floor(power($2::int, random()))::int AS place
  FROM users u, generate_series(1, $1::int) k WHERE u.role = 'STUDENT'),
q AS (
  SELECT id, published_version_id AS version_id, row_number() OVER (ORDER BY published_at DESC) AS place FROM quizzes)
INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, status, started_at, deadline_at, submitted_at,
  score, max_score, passed, receipt)
SELECT uuidv7(), t.user_id, q.id, q.version_id, row_number() OVER (PARTITION BY t.user_id, q.id ORDER BY t.at), 1,
  t.at, t.at + interval '1 hour', t.at + interval '20 minutes', t.place % 11, 10, t.place % 11 >= 6,
  jsonb_build_object('id', uuidv7(), 'submittedAt', t.at + interval '20 minutes', 'answersHash', repeat('0', 64))
FROM taken t JOIN q ON q.place = t.place`;
