import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CategoryDto } from '../../src/modules/catalogue/catalogue.dto.js';
import type {
  BatchCreatedDto,
  ImportBatchDto,
} from '../../src/modules/word-import/import-batches.dto.js';
import type { ImportDto, JobDto } from '../../src/modules/word-import/word-import.dto.js';
import type { Page } from '../../src/shared/pagination.js';
import { longQuiz } from '../docx/long-quiz.js';
import { paragraph, rawDocx } from '../docx/raw-docx.js';
import { StaffRoom } from '../support/staff-room.js';
import { accepted, settled } from '../support/uploads.js';
import type { Visitor } from '../support/visitor.js';

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
});
afterEach(() => room.killWorkers());
afterAll(() => room.close());

/** One that takes over soon what another left. */
const startWorker = (env: Record<string, string> = {}) =>
  room.startWorker({ IMPORT_STALE_SECONDS: '2', ...env });

async function begun(fileCount: number, more: object = {}): Promise<string> {
  const reply = await admin.post<BatchCreatedDto>('/api/imports/batches', { fileCount, ...more });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body.batchId;
}

const batchOf = async (id: string) =>
  (await admin.get<ImportBatchDto>(`/api/imports/batches/${id}`)).body;

function over(id: string): Promise<ImportBatchDto> {
  return vi.waitFor(
    async () => {
      const batch = await batchOf(id);
      expect(['DONE', 'FAILED']).toContain(batch.state);
      return batch;
    },
    { timeout: 90_000, interval: 50 },
  );
}

const quizCounts = (batchId: string) =>
  room.rows<{ count: number }>(
    `SELECT count(DISTINCT v.quiz_id)::int AS count FROM imports i
     LEFT JOIN questions q ON q.source ->> 'importId' = i.id::text
     LEFT JOIN quiz_versions v ON v.id = q.version_id
     WHERE i.batch_id = $1 GROUP BY i.id`,
    [batchId],
  );

const small = rawDocx({ body: paragraph('1. What?') });

describe('a batch of files', () => {
  it('is done file by file: the one that exhausts the memory fails alone, all others get the category', async () => {
    await startWorker({ IMPORT_MEMORY_MEGABYTES: '128' });
    const { body: category } = await admin.post<CategoryDto>('/api/categories', {
      name: `Batch ${randomUUID()}`,
    });
    const categoryId = category.id;
    const batchId = await begun(4, { categoryId });
    const ids: string[] = [];
    for (const count of [2, 15_000, 3, 4]) {
      ids.push(await accepted(admin, longQuiz(count), { batchId, fileName: `${count}.docx` }));
    }
    const batch = await over(batchId);
    expect(batch).toMatchObject({
      id: batchId,
      categoryId,
      fileCount: 4,
      state: 'DONE',
      progress: 100,
      counts: { PENDING: 0, PROCESSING: 0, DONE: 3, FAILED: 1 },
    });
    expect(batch.files.map(({ id, state, error }) => [id, state, error?.code])).toEqual([
      [ids[0], 'DONE', undefined],
      [ids[1], 'FAILED', 'DOC_MEMORY'],
      [ids[2], 'DONE', undefined],
      [ids[3], 'DONE', undefined],
    ]);
    const quizIds = batch.files.flatMap(({ quizId }) => quizId ?? []);
    const quizzes = await room.rows<{ category_id: string }>(
      'SELECT category_id FROM quizzes WHERE id = ANY($1)',
      [quizIds],
    );
    expect(quizzes.map((quiz) => quiz.category_id)).toEqual(quizIds.map(() => categoryId));

    const job = await admin.get<JobDto>(`/api/jobs/${batchId}`);
    expect(job.body).toMatchObject({
      id: batchId,
      kind: 'bulk-import-quizzes',
      state: 'DONE',
      progress: 100,
      stage: 'READY',
      result: { quizIds },
    });
    expect((await admin.get<JobDto>(`/api/jobs/${ids[0] ?? ''}`)).body.kind).toBe(
      'parse-word-file',
    );
    const list = await admin.get<Page<ImportDto>>(`/api/imports?batchId=${batchId}`);
    expect(list.body.items.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(list.body.items.map((item) => item.batchId)).toEqual(ids.map(() => batchId));
  });

  it('tells how far it is while its files arrive', async () => {
    const batchId = await begun(3);
    expect(await batchOf(batchId)).toMatchObject({
      state: 'PENDING',
      progress: 0,
      files: [],
      finishedAt: null,
    });
    await accepted(admin, small, { batchId });
    expect(await batchOf(batchId)).toMatchObject({ state: 'PENDING', counts: { PENDING: 1 } });
    expect((await admin.get<JobDto>(`/api/jobs/${batchId}`)).body).toMatchObject({
      state: 'PENDING',
      stage: 'UPLOADED',
      progress: 0,
    });
  });

  it('goes on where it was when its worker is killed, and makes no file twice', async () => {
    const batchId = await begun(5);
    for (let count = 0; count < 5; count += 1) {
      await accepted(admin, longQuiz(150), { batchId });
    }
    const first = await startWorker();
    await vi.waitFor(
      async () => expect((await batchOf(batchId)).counts.DONE).toBeGreaterThanOrEqual(1),
      { timeout: 60_000, interval: 20 },
    );
    await first.end('SIGKILL');
    const { DONE, FAILED } = (await batchOf(batchId)).counts;
    expect([DONE < 5, FAILED]).toEqual([true, 0]);
    await startWorker();
    expect((await over(batchId)).counts).toMatchObject({ DONE: 5 });
    expect(await quizCounts(batchId)).toEqual(Array.from({ length: 5 }, () => ({ count: 1 })));
  }, 120_000);

  it('is worked through though nothing of it is in the queue', async () => {
    const batchId = await begun(2);
    await accepted(admin, longQuiz(2), { batchId });
    await accepted(admin, longQuiz(3), { batchId });
    await startWorker({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect((await over(batchId)).counts).toMatchObject({ DONE: 2 });
  });

  it('takes one place of the worker, and a file sent alone does not wait for its end', async () => {
    const batchId = await begun(6);
    for (let count = 0; count < 6; count += 1) {
      await accepted(admin, longQuiz(1_000), { batchId });
    }
    await startWorker({ WORKER_CONCURRENCY: '1' });
    await vi.waitFor(async () => expect((await batchOf(batchId)).counts.PROCESSING).toBe(1), {
      timeout: 60_000,
      interval: 20,
    });
    const colleague = await room.admin();
    const alone = await accepted(colleague, longQuiz(1));
    await settled(colleague, alone);
    const { counts } = await batchOf(batchId);
    expect(counts.PENDING).toBeGreaterThanOrEqual(2);
    expect(counts.PROCESSING).toBeLessThanOrEqual(1);
  });
});

describe('the uploads of a batch', () => {
  it('are as many as announced: the file after is refused', async () => {
    const batchId = await begun(50);
    const uploadKey = randomUUID();
    await accepted(admin, small, { batchId, uploadKey });
    for (let count = 1; count < 50; count += 1) await accepted(admin, small, { batchId });
    expect(await admin.upload(small, { batchId })).toMatchObject({
      status: 409,
      body: { code: 'BATCH_FULL' },
    });
    // What was sent again is no further file.
    await accepted(admin, small, { batchId, uploadKey });
    expect((await batchOf(batchId)).files).toHaveLength(50);
  });

  it('never are more, though all arrive together', async () => {
    const batchId = await begun(3);
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => admin.upload(small, { batchId })),
    );
    expect(replies.filter(({ status }) => status === 202)).toHaveLength(3);
    expect((await batchOf(batchId)).files).toHaveLength(3);
  });

  it('are refused when they name a batch of somebody else, none, or one begun an hour ago', async () => {
    const batchId = await begun(2);
    const other = await room.admin();
    for (const [person, id] of [
      [other, batchId],
      [admin, randomUUID()],
    ] as const) {
      expect(await person.upload(small, { batchId: id })).toMatchObject({
        status: 422,
        body: { code: 'BATCH_UNKNOWN' },
      });
    }
    await room.rows(
      `UPDATE import_batches SET created_at = created_at - interval '61 minutes' WHERE id = $1`,
      [batchId],
    );
    expect(await admin.upload(small, { batchId })).toMatchObject({
      status: 409,
      body: { code: 'BATCH_CLOSED' },
    });
    expect((await batchOf(batchId)).files).toEqual([]);
  });

  it('are announced within bounds and into a category there is', async () => {
    for (const request of [
      { fileCount: 0 },
      { fileCount: 51 },
      { fileCount: 1.5 },
      { fileCount: 2, categoryId: randomUUID() },
      {},
    ]) {
      expect((await admin.post('/api/imports/batches', request)).status).toBe(422);
    }
  });

  it('are nobody else’s: 404 for another admin, 403 for a student, 401 for nobody', async () => {
    const batchId = await begun(1);
    for (const [person, status] of [
      [await room.admin(), 404],
      [await room.student(), 403],
      [room.anybody(), 401],
    ] as const) {
      for (const path of [`/api/imports/batches/${batchId}`, `/api/jobs/${batchId}`]) {
        expect((await person.get(path)).status).toBe(status);
      }
    }
    const student = await room.student();
    expect((await student.post('/api/imports/batches', { fileCount: 1 })).status).toBe(403);
  });
});

describe('the limit of uploads', () => {
  it('counts batches, not their files, and a file alone as one', async () => {
    const strict = await StaffRoom.open({ RATE_LIMIT_UPLOAD: '3' });
    try {
      const eager = await strict.admin();
      const begin = () => eager.post<BatchCreatedDto>('/api/imports/batches', { fileCount: 20 });
      const { body } = await begin();
      for (let count = 0; count < 20; count += 1) {
        await accepted(eager, small, { batchId: body.batchId });
      }
      const uploadKey = randomUUID();
      await accepted(eager, small, { uploadKey });
      expect((await begin()).status).toBe(201);
      const refused = await begin();
      expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
      expect((await eager.upload(small)).status).toBe(429);
      await accepted(eager, small, { uploadKey });
      await accepted(await strict.admin(), small);
    } finally {
      await strict.close();
    }
  });

  it('is kept though many are begun together', async () => {
    const strict = await StaffRoom.open({ RATE_LIMIT_UPLOAD: '3' });
    try {
      const eager = await strict.admin();
      const replies = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          at % 2 === 0 ? eager.upload(small) : eager.post('/api/imports/batches', { fileCount: 1 }),
        ),
      );
      expect(replies.filter(({ status }) => status === 429)).toHaveLength(7);
    } finally {
      await strict.close();
    }
  });
});
