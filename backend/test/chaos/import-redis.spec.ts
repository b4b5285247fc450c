import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestInstance } from '../../scripts/lib/test-instance.mjs';
import { longQuiz } from '../docx/long-quiz.js';
import { ImportInstance } from '../support/import-instance.js';
import { accepted, settled } from '../support/uploads.js';
import type { Visitor } from '../support/visitor.js';

const UPLOADS = 5;
const ANSWERED_WITHIN_MS = 800;
const QUEUED_WITHIN_MS = 6_000;

let room: ImportInstance;
let instance: TestInstance;
let admin: Visitor;

beforeAll(async () => {
  room = await ImportInstance.start({
    // Long, so that what is done sooner came by the queue or at a sweep after waiting.
    IMPORT_SWEEP_SECONDS: '8',
  });
  ({ processes: instance, admin } = room);
  await settled(admin, await accepted(admin, longQuiz(1)));
});

afterAll(async () => {
  instance.thawRedis();
  await room.stop();
});

async function uploadAll(): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 0; count < UPLOADS; count += 1) {
    const begin = performance.now();
    ids.push(await accepted(admin, longQuiz(3)));
    expect(performance.now() - begin).toBeLessThan(ANSWERED_WITHIN_MS);
  }
  return ids;
}

async function allDone(ids: string[]): Promise<void> {
  for (const id of ids) expect((await settled(admin, id)).state).toBe('DONE');
}

/** The milliseconds until an upload is done; far less than a sweep takes when its job comes by the queue. */
async function throughTheQueue(): Promise<number> {
  const begin = performance.now();
  await allDone([await accepted(admin, longQuiz(1))]);
  return performance.now() - begin;
}

async function flowsAgain(): Promise<void> {
  for (let tries = 0; (await throughTheQueue()) > QUEUED_WITHIN_MS; tries += 1) {
    if (tries === 3) throw new Error('jobs do not come by the queue any more');
  }
}

describe.each([
  ['stopped', () => instance.killRedis(), () => instance.startRedis()],
  [
    'frozen',
    () => Promise.resolve(instance.freezeRedis()),
    () => Promise.resolve(instance.thawRedis()),
  ],
])('uploads with Redis %s', (_, away, back) => {
  it('are accepted at once and worked off while it is away, and go by the queue again after', async () => {
    await away();
    try {
      await allDone(await uploadAll());
    } finally {
      await back();
    }
    await flowsAgain();
  });
});

describe('an instance started while Redis is away', () => {
  it('takes and works off uploads, and uses the queue once Redis comes', async () => {
    await instance.killRedis();
    await Promise.all([instance.killApi(), instance.killWorker()]);
    await Promise.all([instance.startApi(), instance.startWorker()]);
    await allDone(await uploadAll());
    await instance.startRedis();
    await flowsAgain();
  });
});
