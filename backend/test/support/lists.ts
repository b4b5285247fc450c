import { randomUUID } from 'node:crypto';
import type { Page } from '../../src/shared/pagination.js';
import type { Classroom } from './classroom.js';
import { publishExam } from './exam.js';
import type { Student } from './student.js';

/** A list of the API that is read by pages, with something in it. */
export interface FilledList {
  /** One page, by further parameters as `&limit=5`. */
  read: (parameters: string) => Promise<Page<{ id?: string }>>;
  /** Adds an item at each of these moments: milliseconds that may repeat. */
  add: (moments: readonly number[]) => Promise<void>;
}

/** Makes an empty list; what it shares with others of its kind is emptied. */
type MakeList = (room: Classroom, people: People) => Promise<FilledList>;

export interface People {
  teacher: Student;
  student: Student;
}

/** Every list of the API that is read by pages. */
export const LISTS: Record<string, MakeList> = {
  'the catalogue, newest first': quizzes('/api/quizzes?sort=newest'),
  'the catalogue by title': quizzes('/api/quizzes?sort=title'),
  'the catalogue by category': quizzes('/api/quizzes?category=sums'),
  'quizzes as staff see them': quizzes('/api/admin/quizzes?status=PUBLISHED'),
  "one's attempts": attempts(() => '/api/attempts?', 'student'),
  "one's attempts at a quiz": attempts((quizId) => `/api/attempts?quizId=${quizId}`, 'student'),
  'the attempts at a quiz': attempts(
    (quizId) => `/api/admin/quizzes/${quizId}/attempts?`,
    'teacher',
  ),
  'the closed ones': attempts(
    (quizId) => `/api/admin/quizzes/${quizId}/attempts?state=CLOSED`,
    'teacher',
  ),
  'what happened to an attempt': history,
  'uploaded files': imports,
};

/** The moment that so many milliseconds stand for. */
const MOMENT = `timestamptz '2026-03-01T08:00:00Z' + m * interval '1 ms'`;
const MOMENTS = `unnest($1::int[]) WITH ORDINALITY AS moments(m, n)`;

async function readPage(room: Classroom, { token }: Student, url: string) {
  const { status, body } = await room.send('GET', url, { token });
  if (status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`);
  return body as Page<{ id?: string }>;
}

function quizzes(path: string): MakeList {
  return async (room, { teacher }) => {
    await room.owner.query('TRUNCATE quizzes, categories CASCADE');
    const categoryId = randomUUID();
    await room.owner.query(
      `INSERT INTO categories (id, name, slug, updated_at) VALUES ($1, 'Sums', 'sums', now())`,
      [categoryId],
    );
    return {
      read: (parameters) => readPage(room, teacher, path + parameters),
      add: async (moments) => {
        await room.owner.query(
          `WITH made AS (
             SELECT gen_random_uuid() AS quiz, gen_random_uuid() AS version, ${MOMENT} AS at, m FROM ${MOMENTS}),
           q AS (INSERT INTO quizzes (id, owner_id, category_id, title, updated_at)
                 SELECT quiz, $2, $3, 'Title ' || m, at FROM made),
           v AS (INSERT INTO quiz_versions (id, quiz_id, number, published_at) SELECT version, quiz, 1, at FROM made),
           k AS (INSERT INTO questions (id, version_id, position, type, stem)
                 SELECT gen_random_uuid(), version, 0, 'SINGLE_CHOICE', '[]' FROM made)
           SELECT 1`,
          [moments, teacher.id, categoryId],
        );
        await room.owner.query(
          `UPDATE quizzes SET status = 'PUBLISHED', published_at = v.published_at, published_version_id = v.id
           FROM quiz_versions v WHERE v.quiz_id = quizzes.id AND status = 'DRAFT'`,
        );
      },
    };
  };
}

function attempts(path: (quizId: string) => string, as: keyof People): MakeList {
  return async (room, people) => {
    await room.owner.query('TRUNCATE attempts CASCADE');
    const { quizId, versionId } = await publishExam(room.owner);
    return {
      read: (parameters) => readPage(room, people[as], path(quizId) + parameters),
      add: async (moments) => {
        await room.owner.query(
          `INSERT INTO attempts (id, user_id, quiz_id, quiz_version_id, number, status, started_at, deadline_at,
                                 submitted_at, score, max_score, passed, receipt)
           SELECT gen_random_uuid(), $2, $3, $4, n + (SELECT count(*) FROM attempts), 1, ${MOMENT}, 'infinity',
                  now(), 1, 2, false, '{}' FROM ${MOMENTS}`,
          [moments, people.student.id, quizId, versionId],
        );
      },
    };
  };
}

async function history(room: Classroom, { teacher, student }: People): Promise<FilledList> {
  const { quizId } = await publishExam(room.owner);
  const { body: attempt } = await student.start(quizId);
  return {
    read: (parameters) =>
      readPage(room, teacher, `/api/admin/attempts/${attempt.id}/history?${parameters}`),
    add: async (moments) => {
      await room.owner.query(
        `INSERT INTO attempt_saves (attempt_id, version, client, seq, at, delta)
         SELECT $2, n + (SELECT count(*) FROM attempt_saves WHERE attempt_id = $2), gen_random_uuid(), n, ${MOMENT}, '{}'
         FROM ${MOMENTS}`,
        [moments, attempt.id],
      );
    },
  };
}

async function imports(room: Classroom, { teacher }: People): Promise<FilledList> {
  await room.owner.query('TRUNCATE imports CASCADE');
  const { quizId } = await publishExam(room.owner);
  return {
    read: (parameters) => readPage(room, teacher, `/api/imports?${parameters}`),
    add: async (moments) => {
      await room.owner.query(
        `INSERT INTO imports (id, owner_id, upload_key, file_name, size_bytes, sha256, state, quiz_id, created_at)
         SELECT gen_random_uuid(), $2, gen_random_uuid(), 'a.docx', 1, '', 'DONE', $3, ${MOMENT} FROM ${MOMENTS}`,
        [moments, teacher.id, quizId],
      );
    },
  };
}
