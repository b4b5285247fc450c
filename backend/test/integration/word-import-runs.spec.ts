import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { longQuiz } from '../docx/long-quiz.js';
import type { AppProcess } from '../support/app-process.js';
import { StaffRoom } from '../support/staff-room.js';
import { accepted, importOf, settled } from '../support/uploads.js';
import type { Visitor } from '../support/visitor.js';

/** Takes the parser long enough to do something to it meanwhile. */
const LONG = 2_500;

let room: StaffRoom;
let admin: Visitor;

beforeAll(async () => {
  room = await StaffRoom.open();
  admin = await room.admin();
});
afterEach(() => room.killWorkers());
afterAll(() => room.close());

interface Row {
  state: string;
  run: number;
  tries: number;
}

async function rowOf(importId: string): Promise<Row | undefined> {
  const [row] = await room.rows<Row>('SELECT state, run, tries FROM imports WHERE id = $1', [
    importId,
  ]);
  return row;
}

async function quizzesOf(importId: string): Promise<number> {
  const [row] = await room.rows<{ count: number }>(
    `SELECT count(DISTINCT v.quiz_id)::int AS count
     FROM questions q JOIN quiz_versions v ON v.id = q.version_id
     WHERE q.source ->> 'importId' = $1`,
    [importId],
  );
  return row?.count ?? -1;
}

function says(worker: AppProcess, message: string, importId: string): Promise<void> {
  return vi.waitFor(
    () => {
      const said = worker.log.some(
        (line) => line.message === message && line.context.importId === importId,
      );
      if (!said) throw new Error(`not said yet: ${message}`);
    },
    { timeout: 60_000, interval: 20 },
  );
}

async function reaches(importId: string, stage: string): Promise<void> {
  await vi.waitFor(async () => expect((await importOf(admin, importId)).stage).toBe(stage), {
    timeout: 60_000,
    interval: 5,
  });
}

describe('a run that another worker took over', () => {
  it('makes no quiz, though it is finished first; the other makes the one there is', async () => {
    const worker = await room.startWorker({
      IMPORT_STALE_SECONDS: '600',
      IMPORT_SWEEP_SECONDS: '1',
    });
    const id = await accepted(admin, longQuiz(LONG));
    await reaches(id, 'RECOGNISING');
    await room.owner.query('UPDATE imports SET run = run + 1 WHERE id = $1', [id]);
    await says(worker, 'import taken over by another worker', id);
    expect(await quizzesOf(id)).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: 'PROCESSING', run: 2 });

    await room.owner.query(`UPDATE imports SET beat = now() - interval '1 day' WHERE id = $1`, [
      id,
    ]);
    expect(await settled(admin, id)).toMatchObject({ state: 'DONE', questionCount: LONG });
    expect(await quizzesOf(id)).toBe(1);
  });

  it('is given up as soon as it is noticed, not parsed to its end', async () => {
    const worker = await room.startWorker({ IMPORT_STALE_SECONDS: '1' });
    const id = await accepted(admin, longQuiz(15_000));
    await reaches(id, 'READING');
    const begin = performance.now();
    await room.owner.query(
      `UPDATE imports SET run = run + 1, beat = now() + interval '1 hour' WHERE id = $1`,
      [id],
    );
    await says(worker, 'import taken over by another worker', id);
    expect(performance.now() - begin).toBeLessThan(3_000);
    await room.owner.query(`UPDATE imports SET state = 'FAILED' WHERE id = $1`, [id]);
  });
});

describe('a worker told to stop', () => {
  it('hands back what it cannot finish, at no cost of a try, and the next one finishes it', async () => {
    const first = await room.startWorker({ SHUTDOWN_DRAIN_SECONDS: '2' });
    const id = await accepted(admin, longQuiz(LONG));
    await reaches(id, 'RECOGNISING');
    const ending = await first.end('SIGTERM');
    expect(ending).toMatchObject({ code: 0, signal: null });
    expect(ending.milliseconds).toBeLessThan(5_000);
    expect(await rowOf(id)).toMatchObject({ state: 'PENDING', tries: 0 });
    expect(await importOf(admin, id)).toMatchObject({ stage: 'UPLOADED', progress: 0 });

    await room.startWorker();
    expect(await settled(admin, id)).toMatchObject({ state: 'DONE', questionCount: LONG });
    expect(await quizzesOf(id)).toBe(1);
  });

  it('finishes what it can within its time', async () => {
    const worker = await room.startWorker({ SHUTDOWN_DRAIN_SECONDS: '30' });
    const id = await accepted(admin, longQuiz(1_000));
    await settled(admin, id, ['PROCESSING']);
    expect(await worker.end('SIGTERM')).toMatchObject({ code: 0 });
    expect(await rowOf(id)).toMatchObject({ state: 'DONE', run: 1, tries: 1 });
  });
});

describe('an import that does not come to an end', () => {
  it('fails with DOC_TIMEOUT when the file takes too long, and the next file is done', async () => {
    await room.startWorker({ IMPORT_TIMEOUT_SECONDS: '3', WORKER_CONCURRENCY: '1' });
    const slow = await accepted(admin, longQuiz(15_000));
    const fine = await accepted(admin, longQuiz(1));
    expect(await settled(admin, slow)).toMatchObject({
      state: 'FAILED',
      error: { code: 'DOC_TIMEOUT' },
    });
    expect(await rowOf(slow)).toMatchObject({ tries: 1 });
    expect((await settled(admin, fine)).state).toBe('DONE');
  });

  it('fails with IMPORT_GAVE_UP when its tries are spent and its worker fell silent', async () => {
    const id = await accepted(admin, longQuiz(1));
    await room.owner.query(
      `UPDATE imports SET state = 'PROCESSING', tries = 3, run = 3, beat = now() - interval '1 minute'
       WHERE id = $1`,
      [id],
    );
    await room.startWorker();
    expect(await settled(admin, id)).toMatchObject({
      state: 'FAILED',
      quizId: null,
      error: { code: 'IMPORT_GAVE_UP' },
    });
    expect(await quizzesOf(id)).toBe(0);
  });

  it('is found without any entry in the queue, from the table alone', async () => {
    const id = await accepted(admin, longQuiz(1));
    const redis = new Redis(room.redisUrl);
    await redis.flushdb();
    redis.disconnect();
    await room.startWorker();
    expect((await settled(admin, id)).state).toBe('DONE');
    expect(await quizzesOf(id)).toBe(1);
  });
});
