import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestInstance } from '../../scripts/lib/test-instance.mjs';
import { longQuiz } from '../docx/long-quiz.js';
import { ImportInstance } from '../support/import-instance.js';
import { accepted, importOf, settled } from '../support/uploads.js';
import type { Visitor } from '../support/visitor.js';

/** Takes the parser seconds. */
const LONG = 3_000;
const UPLOADS = 24;
const KILLS = 4;

let room: ImportInstance;
let instance: TestInstance;
let admin: Visitor;

beforeAll(async () => {
  room = await ImportInstance.start({
    IMPORT_STALE_SECONDS: '2',
    IMPORT_SWEEP_SECONDS: '1',
  });
  ({ processes: instance, admin } = room);
});

afterAll(async () => {
  await room.stop();
});

async function quizzesOf(importIds: string[]): Promise<number[]> {
  const { rows } = await room.owner.query<{ count: number }>(
    `SELECT count(DISTINCT v.quiz_id)::int AS count
     FROM unnest($1::text[]) WITH ORDINALITY AS wanted(id, place)
     LEFT JOIN questions q ON q.source ->> 'importId' = wanted.id
     LEFT JOIN quiz_versions v ON v.id = q.version_id
     GROUP BY place ORDER BY place`,
    [importIds],
  );
  return rows.map(({ count }) => count);
}

async function reaches(importId: string, stage: string): Promise<void> {
  await vi.waitFor(async () => expect((await importOf(admin, importId)).stage).toBe(stage), {
    timeout: 60_000,
    interval: 5,
  });
}

/** Gives the second question another weight by hand; its id. */
async function editSecond(quizId: string): Promise<string> {
  const { rows } = await room.owner.query<{ id: string }>(
    `SELECT q.id FROM questions q JOIN quiz_versions v ON v.id = q.version_id
     WHERE v.quiz_id = $1 AND q.position = 1`,
    [quizId],
  );
  const id = rows[0]?.id ?? '';
  const path = `/api/admin/quizzes/${quizId}/questions/${id}`;
  expect((await admin.patch(path, { points: 5 })).status).toBe(200);
  return id;
}

async function questionCount(quizId: string): Promise<number> {
  const { rows } = await room.owner.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM questions q JOIN quiz_versions v ON v.id = q.version_id
     WHERE v.quiz_id = $1`,
    [quizId],
  );
  return rows[0]?.count ?? -1;
}

describe('the worker killed with -9', () => {
  it.each(['READING', 'RECOGNISING', 'SAVING'])(
    'in the middle of a parse (%s) and started again makes exactly one quiz',
    async (stage) => {
      const id = await accepted(admin, longQuiz(LONG));
      await reaches(id, stage);
      await instance.killWorker();
      expect((await importOf(admin, id)).state).toBe('PROCESSING');
      await instance.startWorker();
      expect(await settled(admin, id)).toMatchObject({ state: 'DONE', questionCount: LONG });
      expect(await quizzesOf([id])).toEqual([1]);
    },
  );

  it.each(['READING', 'RECOGNISING', 'SAVING'])(
    'while a file is read again (%s) leaves the former questions, then the new ones, in the one quiz',
    async (stage) => {
      const id = await accepted(admin, longQuiz(LONG));
      const { quizId } = await settled(admin, id);
      const edited = await editSecond(quizId ?? '');
      const choices = { ignoredParagraphs: [0, 1, 2, 3, 4, 5] };
      expect((await admin.put(`/api/imports/${id}/choices`, { choices })).status).toBe(202);
      await reaches(id, stage);
      await instance.killWorker();
      expect([LONG, LONG - 1]).toContain(await questionCount(quizId ?? ''));
      await instance.startWorker();
      expect(await settled(admin, id)).toMatchObject({
        state: 'DONE',
        quizId,
        questionCount: LONG - 1,
        keptEdits: 1,
      });
      expect(await quizzesOf([id])).toEqual([1]);
      expect(await questionCount(quizId ?? '')).toBe(LONG - 1);
      const { rows } = await room.owner.query('SELECT position FROM questions WHERE id = $1', [
        edited,
      ]);
      expect(rows).toEqual([{ position: 0 }]);
    },
  );

  it('again and again under many uploads, with the queue emptied once, makes one quiz of each', async () => {
    const ids: string[] = [];
    const upload = async () => {
      for (let count = 0; count < UPLOADS; count += 1) {
        ids.push(await accepted(admin, longQuiz(20 + count)));
      }
    };
    const done = async () => {
      const { rows } = await room.owner.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM imports WHERE state = 'DONE' AND id = ANY($1)`,
        [ids],
      );
      return rows[0]?.count ?? 0;
    };
    const uploading = upload();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      // Each kill strikes with some imports done and others not.
      await vi.waitFor(
        async () => expect(await done()).toBeGreaterThanOrEqual((kill * UPLOADS) / (KILLS + 2)),
        { timeout: 60_000, interval: 20 },
      );
      await instance.killWorker();
      if (kill === 2) await emptyQueue();
      await instance.startWorker();
    }
    await uploading;
    // A try is lost to a kill at most once a kill, and tries suffice for all but the unluckiest.
    const ends = await Promise.all(ids.map((id) => settled(admin, id)));
    const wanted = ends.map(({ state }) => (state === 'DONE' ? 1 : 0));
    expect(await quizzesOf(ids)).toEqual(wanted);
    for (const { state, error } of ends) {
      if (state === 'FAILED') expect(error?.code).toBe('IMPORT_GAVE_UP');
    }
    expect(wanted.filter((count) => count === 1).length).toBeGreaterThanOrEqual(UPLOADS - 2);
  });

  it('at every try gives the document up, told as such, and makes no quiz', async () => {
    const id = await accepted(admin, longQuiz(LONG));
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await vi.waitFor(
        async () => {
          const { rows } = await room.owner.query(
            'SELECT state, tries FROM imports WHERE id = $1',
            [id],
          );
          expect(rows).toEqual([{ state: 'PROCESSING', tries: attempt }]);
        },
        { timeout: 60_000, interval: 10 },
      );
      await instance.killWorker();
      await instance.startWorker();
    }
    expect(await settled(admin, id)).toMatchObject({
      state: 'FAILED',
      error: { code: 'IMPORT_GAVE_UP' },
    });
    expect(await quizzesOf([id])).toEqual([0]);
  });
});

async function emptyQueue(): Promise<void> {
  const redis = new Redis(instance.redisUrl);
  try {
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
}
