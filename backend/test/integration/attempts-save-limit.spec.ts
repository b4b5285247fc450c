import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveProgressRequest } from '../../src/modules/attempts/attempts.dto.js';
import { Classroom } from '../support/classroom.js';
import { answer, mutation, type Student } from '../support/student.js';

const BURST = 5;
const REFILL_SECONDS = 10;
const PER_USER = 120;

let room: Classroom;
beforeAll(async () => {
  // Empty is not set: the limits as they are where nobody says otherwise.
  room = await Classroom.open({ RATE_LIMIT_AUTOSAVE_BURST: '', RATE_LIMIT_AUTOSAVE_USER: '' });
});
afterAll(() => room.close());

type Sitting = Awaited<ReturnType<Classroom['sitting']>>;

/** A page that saves as fast as it can, each time something new. */
class HastyPage {
  private readonly clientId = randomUUID();
  private seq = 0;

  constructor(
    private readonly sitting: Sitting,
    private version = 0,
  ) {}

  mutation(): SaveProgressRequest {
    this.seq += 1;
    const answers = [answer(this.sitting.exam.short, `value ${this.seq}`)];
    return mutation({ clientId: this.clientId, seq: this.seq, baseVersion: this.version, answers });
  }

  async save(): Promise<number> {
    const { status, body } = await this.send(this.mutation());
    if (status === 200) this.version = body.version;
    return status;
  }

  send(request: SaveProgressRequest) {
    return this.sitting.student.save(this.sitting.attempt.id, request);
  }

  async saveTimes(times: number): Promise<number[]> {
    const statuses = [];
    for (let count = 0; count < times; count += 1) statuses.push(await this.save());
    return statuses;
  }
}

const all = (status: number, times: number) => Array.from({ length: times }, () => status);

async function raw(student: Student, attemptId: string, body: unknown) {
  return room.app.inject({
    method: 'PATCH',
    url: `/api/attempts/${attemptId}/progress`,
    headers: { authorization: `Bearer ${student.token}` },
    payload: body as object,
  });
}

describe('how often may be saved', () => {
  it('is a burst, then a save in ten seconds: 429 says when, and nothing is changed', async () => {
    const sitting = await room.sitting();
    const page = new HastyPage(sitting);
    expect(await page.saveTimes(BURST)).toEqual(all(200, BURST));
    const refused = await raw(sitting.student, sitting.attempt.id, page.mutation());
    expect(refused.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(REFILL_SECONDS);
    expect(await room.column(sitting.attempt.id, 'version')).toBe(BURST);
  });

  it('is apart for every device and every attempt', async () => {
    const sitting = await room.sitting();
    const [one, two] = [new HastyPage(sitting), new HastyPage(sitting, BURST)];
    expect(await one.saveTimes(BURST + 1)).toEqual([...all(200, BURST), 429]);
    expect(await two.saveTimes(BURST)).toEqual(all(200, BURST));
    const exam = await room.exam();
    const { body: attempt } = await sitting.student.start(exam.quizId);
    const elsewhere = new HastyPage({ ...sitting, exam, attempt });
    expect(await elsewhere.saveTimes(BURST)).toEqual(all(200, BURST));
  });

  it('is not used up by repeats, conflicts and what was refused', async () => {
    const sitting = await room.sitting();
    const page = new HastyPage(sitting);
    const first = page.mutation();
    for (let count = 0; count < 10; count += 1) {
      expect((await page.send(first)).status).toBe(200);
    }
    const [ahead, wrong] = [
      { ...first, seq: 90, baseVersion: 70 },
      { ...first, seq: 91, answers: [answer({ id: randomUUID() }, 'x')] },
    ];
    for (let count = 0; count < 10; count += 1) {
      expect((await page.send(ahead)).status).toBe(409);
      expect((await page.send(wrong)).status).toBe(422);
    }
    await page.saveTimes(1);
    expect(await page.saveTimes(BURST - 2)).toEqual(all(200, BURST - 2));
  });

  it('is bounded for who draws a new page for every save, or floods with repeats', async () => {
    const { student, attempt } = await room.sitting();
    const flood = await Promise.all(
      Array.from({ length: PER_USER + 30 }, () => student.save(attempt.id, mutation())),
    );
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(30);
    const neighbour = await room.sitting();
    expect(await new HastyPage(neighbour).saveTimes(1)).toEqual([200]);
  });

  it('leaves handing in alone', async () => {
    const sitting = await room.sitting();
    const page = new HastyPage(sitting);
    await page.saveTimes(BURST + 1);
    expect((await sitting.student.submit(sitting.attempt.id)).status).toBe(200);
  });
});
