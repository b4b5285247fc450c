import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileDocuments, memoryExhausting } from '../docx/hostile-documents.js';
import { longQuiz } from '../docx/long-quiz.js';
import { ImportInstance } from '../support/import-instance.js';
import { accepted, settled } from '../support/uploads.js';
import type { Visitor } from '../support/visitor.js';

let room: ImportInstance;
let admin: Visitor;

beforeAll(async () => {
  room = await ImportInstance.start({
    // Little memory and much time: what exhausts it does so soon, however busy the machine.
    IMPORT_MEMORY_MEGABYTES: '144',
    IMPORT_TIMEOUT_SECONDS: '90',
  });
  ({ admin } = room);
});

afterAll(async () => {
  await room.stop();
});

describe('a file that means harm', () => {
  it.each(hostileDocuments())(
    'ends as it must, with a sentence: $name ($code)',
    async ({ bytes, status, code }) => {
      if (status !== undefined) {
        const reply = await admin.upload<{ code: string; detail: string }>(bytes);
        expect([reply.status, reply.body.code]).toEqual([status, code]);
        expect(reply.body.detail).toMatch(/\.$/);
        return;
      }
      const { state, error, quizId } = await settled(admin, await accepted(admin, bytes));
      expect([state, error?.code ?? null]).toEqual([code === null ? 'DONE' : 'FAILED', code]);
      expect(quizId === null).toBe(code !== null);
      if (error) expect(error.message).toMatch(/\.$/);
    },
  );

  it('fails only itself: three good files beside one that exhausts all memory are done', async () => {
    const files = [longQuiz(5), longQuiz(6), memoryExhausting(), longQuiz(7)];
    const ids = await Promise.all(files.map((bytes) => accepted(admin, bytes)));
    const ends = await Promise.all(ids.map((id) => settled(admin, id)));
    expect(ends.map(({ state }) => state)).toEqual(['DONE', 'DONE', 'FAILED', 'DONE']);
    expect(ends.map(({ questionCount }) => questionCount)).toEqual([5, 6, null, 7]);
    expect(ends[2]?.error?.code).toBe('DOC_MEMORY');
  });
});
