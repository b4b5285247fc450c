import type pg from 'pg';

/** What is made: the sizes of a school district after some years, with cases far from typical among them. */
const SIZES = {
  students: 20_000,
  quizzes: 12_000,
  attemptsAtTheBigQuiz: 500_000,
  attemptsOfTheBusyStudent: 2_000,
} as const;

/** Ids are made of what a row is and its number, so that rows can be named without being looked up. */
export function madeId(kind: number, number: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  return `${hex(kind, 8)}-0000-7000-8000-${hex(number, 12)}`;
}

export const KIND = {
  user: 1,
  quiz: 2,
  version: 3,
  question: 4,
  option: 5,
  attempt: 6,
  receipt: 7,
  session: 8,
  import: 9,
  batch: 10,
  category: 11,
  other: 12,
} as const;

/** Rows of which there are unusually many. */
export const EXTREME = {
  teacher: madeId(KIND.user, 0),
  student: madeId(KIND.user, 1),
  quiz: madeId(KIND.quiz, 0),
  version: madeId(KIND.version, 0),
  /** Has just begun, and statistics do not know of it. */
  newQuiz: madeId(KIND.quiz, SIZES.quizzes - 1),
  /** Has been saved two thousand times. */
  attempt: madeId(KIND.attempt, 999_000),
};

export const TYPICAL = {
  student: madeId(KIND.user, 777),
  quiz: madeId(KIND.quiz, 321),
  version: madeId(KIND.version, 321),
  attempt: madeId(KIND.attempt, 700_123),
};

const id = (kind: keyof typeof KIND, number: string) =>
  `('${madeId(KIND[kind], 0).slice(0, -12)}' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const upTo = (count: number, from = 0) => `generate_series(${from}, ${count - 1}) AS n`;

const { students, quizzes, attemptsAtTheBigQuiz, attemptsOfTheBusyStudent } = SIZES;
const ATTEMPT = `INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, status, started_at, deadline_at,
  answers, submitted_at, score, max_score, passed, receipt, flags)`;
const RESULT = `CASE WHEN status > 0 THEN at + interval '20 min' END, CASE WHEN status > 0 THEN 5 END,
  CASE WHEN status > 0 THEN 10 END, CASE WHEN status > 0 THEN true END, CASE WHEN status > 0 THEN '{}'::jsonb END`;
const ANSWERS = `'{"q": {"at": 1, "value": "x"}}'`;

/** From ids counted by `n`, in the order in which the attempts were started. */
const FILL = [
  `INSERT INTO users (id, email, name, password_hash, role, updated_at)
   SELECT ${id('user', 'n')}, 'u' || n || '@example.org', 'Person ' || n, '', CASE WHEN n = 0 THEN 'ADMIN' ELSE 'STUDENT' END::"Role", now()
   FROM ${upTo(students)}`,
  `INSERT INTO sessions (id, user_id, created_at, expires_at, revoked_at)
   SELECT ${id('session', 'n')}, ${id('user', `n % ${students}`)}, now() - n * interval '1 s', now() + interval '1 day', NULL
   FROM ${upTo(40_000)}`,
  `INSERT INTO categories (id, name, slug, updated_at)
   SELECT ${id('category', 'n')}, 'Category ' || n, 'category-' || n, now() FROM ${upTo(20)}`,
  // One in forty is a draft, one in a hundred hard; words that are rare, and one that is everywhere.
  `INSERT INTO quizzes (id, owner_id, category_id, title, description, difficulty, status, published_version_id, published_at, updated_at)
   SELECT ${id('quiz', 'n')}, ${id('user', '0')}, ${id('category', 'CASE WHEN n % 500 = 7 THEN 19 ELSE n % 19 END')},
          'Quiz ' || md5(n::text), 'About common things and ' || md5((n * 7)::text),
          CASE WHEN n % 100 = 3 THEN 'HARD' ELSE 'EASY' END::"Difficulty",
          CASE WHEN n % 40 = 5 THEN 'DRAFT' ELSE 'PUBLISHED' END::"QuizStatus", ${id('version', 'n')},
          now() - (n % 3000) * interval '1 hour', now() - (n * 7919 % 3000) * interval '1 hour'
   FROM ${upTo(quizzes)}`,
  `INSERT INTO quiz_versions (id, quiz_id, number, published_at)
   SELECT ${id('version', 'n')}, ${id('quiz', 'n')}, 1, now() FROM ${upTo(quizzes)}`,
  `INSERT INTO questions (id, version_id, position, type, stem, source)
   SELECT ${id('question', 'n')}, ${id('version', 'n / 5')}, n % 5, 'SINGLE_CHOICE', '[]',
          jsonb_build_object('importId', ${id('import', 'n / 5')}, 'paragraphs', jsonb_build_array(n % 5))
   FROM ${upTo(quizzes * 5)}`,
  `INSERT INTO options (id, question_id, position, content, correct)
   SELECT ${id('option', 'n')}, ${id('question', 'n / 2')}, n % 2, '[]', n % 2 = 0 FROM ${upTo(quizzes * 5)}`,
  `INSERT INTO media (id, owner_id, quiz_id, sha256, mime, width, height, bytes)
   SELECT ${id('other', 'n')}, ${id('user', '0')}, ${id('quiz', 'n / 2')}, md5(n::text), 'image/png', 1, 1, ''
   FROM ${upTo(quizzes)}`,
  `INSERT INTO accommodations (id, user_id, quiz_id, extra_time_percent)
   SELECT ${id('other', 'n')}, ${id('user', 'n')}, ${id('quiz', 'n % 100')}, 25 FROM ${upTo(5_000)}`,
  // Twenty-five attempts of each student, at quizzes that differ; a few are under way, some of them overdue.
  `${ATTEMPT}
   SELECT ${id('attempt', 'n')}, ${id('user', 's')}, ${id('quiz', 'q')}, ${id('version', 'q')}, 1, status, at,
          at + CASE WHEN status = 0 AND n % 5000 > 0 THEN interval '1 year' ELSE interval '30 min' END,
          ${ANSWERS}, ${RESULT}, '[]'
   FROM (SELECT n, s, 1 + (s * 31 + n / ${students} * 159) % ${quizzes - 1} AS q, now() - (500000 - n) * interval '1 min' AS at,
                CASE WHEN n % 1000 = 0 THEN 0 ELSE 1 END AS status
         FROM (SELECT n, n % ${students} AS s FROM ${upTo(498_000)}) a) b`,
  `${ATTEMPT}
   SELECT ${id('attempt', 'n')}, ${id('user', '1')}, ${id('quiz', 'q')}, ${id('version', 'q')}, number + 10, status, at,
          'infinity', ${ANSWERS}, ${RESULT}, '[]'
   FROM (SELECT n, 1 + (n - 498000) % 20 AS q, (n - 498000) / 20 AS number, now() - (500000 - n) * interval '1 hour' AS at, 1 AS status
         FROM ${upTo(498_000 + attemptsOfTheBusyStudent, 498_000)}) a`,
  // Of the big quiz: the newest ten thousand are under way, one in ten thousand is flagged, one in fifty ran out of time.
  `${ATTEMPT}
   SELECT ${id('attempt', 'n')}, ${id('user', `n % ${students}`)}, ${id('quiz', '0')}, ${id('version', '0')},
          (n - 500000) / ${students} + 1, status, at,
          CASE WHEN status = 0 THEN now() + interval '1 hour' ELSE at + interval '30 min' END, ${ANSWERS}, ${RESULT},
          CASE WHEN n % 10000 = 17 THEN '[{"code": "SUBMIT_CONFLICT"}]' ELSE '[]' END::jsonb
   FROM (SELECT n, now() - (1000000 - n) * interval '1 s' AS at,
                CASE WHEN n >= 990000 THEN 0 WHEN n % 50 = 0 THEN 2 ELSE 1 END AS status
         FROM ${upTo(500_000 + attemptsAtTheBigQuiz, 500_000)}) a`,
  `INSERT INTO attempt_saves (attempt_id, version, client, seq, at, delta)
   SELECT ${id('attempt', '699999 + n / 20')}, n % 20 + 1, ${id('other', 'n / 20')}, n % 20, now(), ${ANSWERS}
   FROM ${upTo(60_000)}`,
  `INSERT INTO attempt_saves (attempt_id, version, client, seq, at, delta)
   SELECT ${id('attempt', '999000')}, n, ${id('other', 'n / 500')}, n, now() - (2000 - n) * interval '1 s', ${ANSWERS}
   FROM ${upTo(2_001, 1)}`,
  `INSERT INTO attempt_answers (attempt_id, question_id, correct, points)
   SELECT ${id('attempt', '700000 + n / 10')}, ${id('question', 'n % 10')}, true, 1 FROM ${upTo(60_000)}`,
  `INSERT INTO receipts (id, attempt_id, number, cause, submitted_at, answers_hash, answered, score, max_score)
   SELECT ${id('receipt', 'n')}, ${id('attempt', '700000 + n')}, 1, 'SUBMITTED', now(), '', 1, 1, 1 FROM ${upTo(40_000)}`,
  `INSERT INTO attempt_adjustments (id, attempt_id, kind, by_user_id, at, extra_time_id)
   SELECT ${id('other', 'n')}, ${id('attempt', '700000 + n')}, 'EXTRA_TIME', ${id('user', '0')}, now(), ${id('other', 'n / 500')}
   FROM ${upTo(10_000)}`,
  `INSERT INTO late_answers (id, attempt_id, client, seq, kind, verified, arrived_at, in_grace, answers, state)
   SELECT ${id('other', 'n')}, ${id('attempt', '700000 + n')}, ${id('other', 'n')}, 1, 'IN_TIME', true, now(), true, '[]', 'WAITING'
   FROM ${upTo(10_000)}`,
  `INSERT INTO attempt_regrades (id, attempt_id, at, cause, score_before, score_after, max_score_before, max_score_after,
                                 passed_before, passed_after, changes)
   SELECT ${id('other', 'n')}, ${id('attempt', '700000 + n')}, now(), 'KEY_CORRECTED', 1, 1, 1, 1, true, true, '[]'
   FROM ${upTo(10_000)}`,
  // Half of the files are of one teacher. A hundred wait, some of them in batches, some with all tries spent.
  `INSERT INTO import_batches (id, owner_id, file_count, created_at)
   SELECT ${id('batch', 'n')}, ${id('user', 'n % 2')}, 10, now() - (2000 - n) * interval '5 min' FROM ${upTo(2_000)}`,
  `INSERT INTO imports (id, owner_id, upload_key, file_name, size_bytes, sha256, batch_id, state, tries, quiz_id, created_at)
   SELECT ${id('import', 'n')}, ${id('user', 'n % 2 * (n % 500)')}, n, 'a.docx', 1, '',
          CASE WHEN n % 4 < 2 THEN ${id('batch', 'n / 20')} END,
          CASE WHEN n % 400 = 3 OR n % 800 = 1 THEN 'PENDING' ELSE 'DONE' END::"ImportState",
          CASE WHEN n % 4000 = 3 THEN 3 ELSE 0 END, ${id('quiz', `n % ${quizzes}`)},
          now() - (40000 - n) * interval '1 min'
   FROM ${upTo(40_000)}`,
  `INSERT INTO import_texts (import_id, start, paragraphs)
   SELECT ${id('import', 'n / 2')}, n % 2 * 1000, '["a", "b"]' FROM ${upTo(20_000)}`,
  `INSERT INTO import_files (import_id, bytes) SELECT ${id('import', 'n')}, '' FROM ${upTo(1000)}`,
];

/** Half of all students have just begun a quiz of which the statistics know nothing. */
const BEGUN_SINCE = `${ATTEMPT}
  SELECT ${id('attempt', 'n')}, ${id('user', 'n - 1000000')}, ${id('quiz', String(quizzes - 1))},
         ${id('version', String(quizzes - 1))}, 2, 0, now() - interval '1 min' + n * interval '1 ms',
         now() + interval '1 hour', ${ANSWERS}, NULL, NULL, NULL, NULL, NULL, '[]'
  FROM ${upTo(1_010_000, 1_000_000)}`;

const SECONDARY_INDEXES = `
  SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
  FROM pg_index JOIN pg_class t ON t.oid = indrelid
  WHERE t.relnamespace = 'public'::regnamespace AND NOT indisprimary
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`;

/**
 * Fills an empty database with a million attempts and what belongs to them, in some twenty seconds: rows are written
 * without checks and without indexes, which are then made as they were.
 */
export async function fillWithMillion(owner: pg.Client): Promise<void> {
  await owner.query('BEGIN');
  await owner.query(`SET LOCAL session_replication_role = replica`);
  await owner.query(`SET LOCAL maintenance_work_mem = '256MB'`);
  await owner.query('TRUNCATE users, categories CASCADE');
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    SECONDARY_INDEXES,
  );
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  for (const statement of FILL) await owner.query(statement);
  for (const { definition } of indexes) await owner.query(definition);
  await owner.query('COMMIT');
  await owner.query('ANALYZE');
  await owner.query(BEGUN_SINCE);
}
