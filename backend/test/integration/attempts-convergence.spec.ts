import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersHash } from '../../src/modules/attempts/domain/receipt.js';
import type { SaveProgressRequest } from '../../src/modules/attempts/attempts.dto.js';
import { foldOf, valuesOf } from '../support/chaos/verdict.js';
import { Classroom } from '../support/classroom.js';
import type { Exam } from '../support/exam.js';
import {
  Page,
  questionAt,
  valueFor,
  type Deliver,
  type Fate,
  type HistoryRow,
} from '../support/page-model.js';
import type { Student } from '../support/student.js';

const RUNS = 40;
const STEPS = 60;

/** Something that happens on one of two devices, or on both at the same moment. */
interface Step {
  device: 0 | 1 | 'both';
  act: 'choose' | 'send' | 'arrive' | 'die';
  question: number;
  value: number;
  which: number;
  fate: Fate;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  device: fc.constantFrom<Step['device']>(0, 1, 'both'),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant('choose' as const) },
    { weight: 4, arbitrary: fc.constant('send' as const) },
    { weight: 8, arbitrary: fc.constant('arrive' as const) },
    { weight: 1, arbitrary: fc.constant('die' as const) },
  ),
  // Few questions, so that both devices come to the same ones.
  question: fc.nat(2),
  value: fc.nat(6),
  which: fc.nat(5),
  fate: fc.constantFrom('heard', 'heard', 'unheard', 'doubled', 'lost'),
});
const anySteps = fc.array(anyStep, { minLength: 4, maxLength: STEPS, size: 'max' });

/** Two devices of one student with one attempt, and the pages that were killed on them. */
class Desk {
  readonly devices: Page[];
  readonly killed: Page[] = [];
  private readonly exam: Exam;

  constructor(exam: Exam, deliver: Deliver) {
    this.exam = exam;
    this.devices = [new Page(deliver), new Page(deliver)];
  }

  get pages(): Page[] {
    return [...this.devices, ...this.killed];
  }

  async take(step: Step): Promise<void> {
    const acting = step.device === 'both' ? [0, 1] : [step.device];
    await Promise.all(acting.map((index) => this.takeOn(index, step)));
  }

  async settle(): Promise<void> {
    for (const page of this.killed) await page.arriveUnheard();
    for (const page of [...this.devices, ...this.devices]) await page.settle();
  }

  private async takeOn(index: number, step: Step): Promise<void> {
    const page = this.devices[index];
    if (!page) return;
    const question = questionAt(this.exam, step.question);
    switch (step.act) {
      case 'choose':
        page.choose(question.id, valueFor(question, step.value));
        break;
      case 'send':
        page.send();
        break;
      case 'arrive':
        await page.arrive(step.which, step.fate);
        break;
      case 'die':
        this.killed.push(page);
        this.devices[index] = page.reopen();
    }
  }
}

let room: Classroom;
let student: Student;
beforeAll(async () => {
  room = await Classroom.open();
  student = await room.student();
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

async function sitDown() {
  const exam = await room.exam();
  const { body: attempt } = await student.start(exam.quizId);
  const desk = new Desk(exam, (request) => student.save(attempt.id, request));
  return { exam, desk, attemptId: attempt.id };
}

function historyOf(attemptId: string): Promise<HistoryRow[]> {
  return room.rows<HistoryRow>(
    'SELECT version, client, seq, delta FROM attempt_saves WHERE attempt_id = $1 ORDER BY version',
    [attemptId],
  );
}

function expectKept({ pages }: Desk, history: HistoryRow[]): void {
  expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 1));
  for (const page of pages) expect(page.acknowledgedAndLost(history)).toEqual([]);
}

describe('two devices of one student over a network that loses, doubles and delays', () => {
  it('end with the same answers as the database, the ones last chosen, none overwritten unseen', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const { desk, attemptId } = await sitDown();
        for (const step of steps) await desk.take(step);
        await desk.settle();

        const history = await historyOf(attemptId);
        const { body } = await student.attempt(attemptId);
        const kept = valuesOf(body.answers);
        expectKept(desk, history);
        expect(body.version).toBe(history.length);
        expect(kept).toEqual(foldOf(history));
        const sent = desk.pages.flatMap((page) => page.sent);
        expectNothingOverwrittenUnseen(history, sent);
        const [one, two] = desk.devices.map(({ chosen }) => chosen);
        expect(Object.keys(kept).sort()).toEqual(Object.keys({ ...one, ...two }).sort());
        for (const [id, value] of Object.entries(kept)) {
          expect([one?.[id], two?.[id]]).toContainEqual(value);
        }
        for (const device of desk.devices) expect(device.values()).toEqual(kept);
      }),
      { numRuns: RUNS },
    );
  });

  it('hand in once, wherever a submit falls among the saves, with all that was acknowledged before', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, fc.nat(STEPS), fc.nat(1), async (steps, at, device) => {
        const { desk, attemptId } = await sitDown();
        const place = at % steps.length;
        for (const step of steps.slice(0, place)) await desk.take(step);
        const last = desk.devices[device]?.nextMutation();
        // The rest is on its way at the same time, and the submit is sent twice.
        const [submitted, repeated] = await Promise.all([
          student.submit(attemptId, last),
          student.submit(attemptId, last),
          ...desk.pages.map((page) => page.arriveUnheard()),
        ]);
        expect([submitted.status, repeated.status]).toEqual([200, 200]);
        expect(repeated.body).toEqual(submitted.body);
        expect(submitted.body.included).toBe(true);

        const answers = await room.column<Parameters<typeof answersHash>[0]>(attemptId, 'answers');
        const history = await historyOf(attemptId);
        expectKept(desk, history);
        expect(valuesOf(answers)).toEqual(foldOf(history));
        expect(submitted.body.receipt.answersHash).toBe(answersHash(answers));
        const rows = await room.rows('SELECT FROM attempt_answers WHERE attempt_id = $1', [
          attemptId,
        ]);
        expect(rows).toHaveLength(submitted.body.questionCount);
      }),
      { numRuns: RUNS },
    );
  });
});
