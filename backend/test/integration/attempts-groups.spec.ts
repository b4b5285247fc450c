import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveProgressRequest } from '../../src/modules/attempts/attempts.dto.js';
import { createTestApp } from '../support/app.js';
import { Classroom } from '../support/classroom.js';
import type { Exam } from '../support/exam.js';
import { answer, mutation, type Student } from '../support/student.js';

const TOGETHER = 32;
const env = { JWT_SECRET: randomBytes(32).toString('hex') };

/** One attempt under way and the page that saves it. */
interface Desk {
  id: string;
  exam: Exam;
  clientId: string;
}

let room: Classroom;
let student: Student;
let desks: Desk[];

beforeAll(async () => {
  room = await Classroom.open(env);
  student = await room.student();
  desks = [];
  for (let count = 0; count < TOGETHER; count += 1) {
    const exam = await room.exam();
    const { body } = await student.start(exam.quizId);
    desks.push({ id: body.id, exam, clientId: crypto.randomUUID() });
  }
});
afterAll(() => room.close());

async function versionOf({ id }: Desk): Promise<number> {
  return room.column<number>(id, 'version');
}

/** The next mutation of a desk's page, which knows of everything that was saved. */
async function next(desk: Desk, text: string): Promise<SaveProgressRequest> {
  const version = await versionOf(desk);
  const answers = [answer(desk.exam.short, text)];
  return mutation({ clientId: desk.clientId, seq: version + 1, baseVersion: version, answers });
}

async function nextOfAll(text: (index: number) => string): Promise<SaveProgressRequest[]> {
  const requests = [];
  for (const [index, desk] of desks.entries()) requests.push(await next(desk, text(index)));
  return requests;
}

const desk = (index: number) => desks[index] as Desk;

/** All desks save at once, each what is meant for it. */
const saveAll = (requests: SaveProgressRequest[]) =>
  requests.map((request, index) => student.save(desk(index).id, request));

describe('saves that arrive together', () => {
  it('share their commits, and each is told its own version', async () => {
    const requests = await nextOfAll((index) => `together ${index}`);
    const replies = await Promise.all(saveAll(requests));
    for (const [index, { status, body }] of replies.entries()) {
      expect({ status, version: body.version }).toEqual({
        status: 200,
        version: (requests[index]?.baseVersion ?? 0) + 1,
      });
    }
    const [row] = await room.rows<{ saves: number; commits: number }>(
      `SELECT count(*)::int AS saves, count(DISTINCT xmin::text)::int AS commits
       FROM attempt_saves WHERE delta::text LIKE '%together%'`,
    );
    expect(row?.saves).toBe(TOGETHER);
    expect(row?.commits).toBeLessThan(TOGETHER / 2);
  });

  it('of which one repeats, one is in conflict and one is closed are each answered for themselves', async () => {
    const requests = await nextOfAll((index) => `mixed ${index}`);
    const [repeated, conflicting, closed] = [desk(0), desk(1), desk(2)];
    await student.save(repeated.id, requests[0]);
    await student.save(conflicting.id, mutation({ baseVersion: await versionOf(conflicting) }));
    await room.setDeadline(closed.id, -60);
    const replies = await Promise.all(saveAll(requests));
    await room.setDeadline(closed.id, 600);
    expect(replies[0]).toMatchObject({ status: 200, body: { superseded: false } });
    expect(replies[1]).toMatchObject({ status: 409, body: { code: 'VERSION_CONFLICT' } });
    expect(replies[2]).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } });
    for (const { status } of replies.slice(3)) expect(status).toBe(200);
  });

  it('are applied once each when several are of one attempt, in the order they came', async () => {
    const first = await next(desk(5), 'first');
    const later = { ...first, seq: first.seq + 1, answers: [answer(desk(5).exam.short, 'later')] };
    const replies = await Promise.all([
      student.save(desk(5).id, first),
      student.save(desk(5).id, later),
      student.save(desk(5).id, first),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(replies[2]?.body.superseded).toBe(true);
    expect(await versionOf(desk(5))).toBe(first.baseVersion + 2);
    const answers = await room.column<Record<string, { value: string }>>(desk(5).id, 'answers');
    expect(answers[desk(5).exam.short.id]?.value).toBe('later');
  });

  it('wait for none that is locked: the others are answered while the lock is still held', async () => {
    const requests = await nextOfAll((index) => `beside a lock ${index}`);
    await room.owner.query('BEGIN');
    await room.owner.query('SELECT 1 FROM attempts WHERE id = $1 FOR UPDATE', [desk(7).id]);
    const replies = saveAll(requests);
    let lockedIsAnswered = false;
    void replies[7]?.then(() => (lockedIsAnswered = true));
    const others = await Promise.all(replies.filter((_, index) => index !== 7));
    // And those who come while it is tried alone.
    const afterwards = await student.save(desk(8).id, {
      ...(requests[8] as SaveProgressRequest),
      seq: (requests[8]?.seq ?? 0) + 1,
    });
    expect(lockedIsAnswered).toBe(false);
    await room.owner.query('COMMIT');
    expect([...others, afterwards].map(({ status }) => status)).toEqual(
      Array.from({ length: TOGETHER }, () => 200),
    );
    expect(await replies[7]).toMatchObject({ status: 200 });
  });

  it('are refused by none that the database does not take: it fails alone', async () => {
    await room.owner.query(
      `ALTER TABLE attempts ADD CONSTRAINT no_poison CHECK (answers::text NOT LIKE '%poison%')`,
    );
    try {
      const replies = await Promise.all(
        saveAll(await nextOfAll((index) => (index === 9 ? 'poison' : `beside it ${index}`))),
      );
      expect(replies[9]).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } });
      const others = replies.filter((_, index) => index !== 9);
      expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    } finally {
      await room.owner.query('ALTER TABLE attempts DROP CONSTRAINT no_poison');
    }
    const again = await student.save(desk(9).id, await next(desk(9), 'wholesome'));
    expect(again.status).toBe(200);
  });
});

describe('two processes that save the same attempts in opposite order', () => {
  let other: NestFastifyApplication;
  beforeAll(async () => {
    other = await createTestApp({ database: room.database, env });
  });
  afterAll(() => other.close());

  const saveThere = async (id: string, request: SaveProgressRequest): Promise<number> => {
    const response = await other.inject({
      method: 'PATCH',
      url: `/api/attempts/${id}/progress`,
      headers: { authorization: `Bearer ${student.token}` },
      payload: request,
    });
    return response.statusCode;
  };

  it('never deadlock: of each two one is applied and the other in conflict', async () => {
    for (let round = 0; round < 10; round += 1) {
      const requests = await nextOfAll((index) => `round ${round} of ${index}`);
      const here = saveAll(requests).map(async (reply) => (await reply).status);
      const there = desks
        .map(({ id }, index) => ({ id, version: requests[index]?.baseVersion ?? 0 }))
        .reverse()
        .map(({ id, version }) => saveThere(id, mutation({ baseVersion: version })));
      const [ours, theirs] = [await Promise.all(here), (await Promise.all(there)).reverse()];
      const pairs = ours.map((status, index) => [status, theirs[index]].sort().join(' '));
      expect(new Set(pairs)).toEqual(new Set(['200 409']));
      // Whoever lost goes on as a new page would.
      for (const one of desks) one.clientId = crypto.randomUUID();
    }
    const statistics = new pg.Client({ connectionString: room.database.ownerUrl });
    await statistics.connect();
    const { rows } = await statistics.query<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    await statistics.end();
    expect(rows).toEqual([{ deadlocks: 0 }]);
  });
});
