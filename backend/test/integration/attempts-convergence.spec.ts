import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveProgressRequest } from '../../src/modules/attempts/attempts.dto.js';
import { Classroom } from '../support/classroom.js';
import { Page, randomOf } from '../support/page-model.js';

const SEEDS = 12;
const STEPS = 70;

interface HistoryRow {
  version: number;
  client: string;
  seq: number;
  delta: Record<string, { value: unknown }>;
}

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

/** Every version after the base of an applied mutation is of its own page, with a lower number. */
function expectNothingOverwrittenUnseen(history: HistoryRow[], sent: SaveProgressRequest[]): void {
  for (const row of history) {
    const request = sent.find(({ clientId, seq }) => clientId === row.client && seq === row.seq);
    const between = history.filter(
      ({ version }) => version > (request?.baseVersion ?? -1) && version < row.version,
    );
    expect(between.filter((one) => one.client !== row.client || one.seq >= row.seq)).toEqual([]);
  }
}

function foldOf(history: HistoryRow[]): Record<string, unknown> {
  const deltas = history.flatMap(({ delta }) => Object.entries(delta));
  return Object.fromEntries(deltas.map(([id, { value }]) => [id, value]));
}

function valuesOf(answers: Record<string, { value: unknown }>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
}

describe('two pages of one attempt over a network that loses, doubles and delays', () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
    'end with the same answers as the database, none overwritten unseen (seed %i)',
    async (seed) => {
      const { exam, student, attempt } = await room.sitting();
      const random = randomOf(seed);
      const deliver = (request: SaveProgressRequest) => student.save(attempt.id, request);
      const [one, two] = [new Page(deliver), new Page(deliver)];
      const pages = [one, two];
      for (let step = 0; step < STEPS; step += 1) {
        // Now and then both pages reach the server at the same moment.
        const acting = random() < 0.2 ? pages : [random() < 0.5 ? one : two];
        await Promise.all(acting.map((page) => page.step(exam, random)));
      }
      for (const page of [...pages, ...pages]) await page.settle();

      const history = await room.rows<HistoryRow>(
        'SELECT version, client, seq, delta FROM attempt_saves WHERE attempt_id = $1 ORDER BY version',
        [attempt.id],
      );
      const { body } = await student.attempt(attempt.id);
      expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 1));
      expect(body.version).toBe(history.length);
      expect(valuesOf(body.answers)).toEqual(foldOf(history));
      expectNothingOverwrittenUnseen(
        history,
        pages.flatMap(({ sent }) => sent),
      );
      for (const page of pages) {
        expect(page.values()).toEqual(valuesOf(body.answers));
        expect(page.acknowledgedAndLost(history)).toEqual([]);
      }
    },
  );
});
