import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HealthDto } from '../../src/health/health.dto.js';
import { longQuiz } from '../docx/long-quiz.js';
import { createTestApp } from '../support/app.js';
import { EventListener } from '../support/event-listener.js';
import { publishExam } from '../support/exam.js';
import { fetchSend } from '../support/fetch-send.js';
import { RedisCluster } from '../support/redis-cluster.js';
import { StaffRoom } from '../support/staff-room.js';
import { Student } from '../support/student.js';
import { accepted, settled } from '../support/uploads.js';
import { Visitor } from '../support/visitor.js';

const JWT_SECRET = 'one secret for all instances of a test';
const REGISTERED_AT_MOST = 12;
/** What Redis may cost, with room for a machine that does ten things at once. */
const ANSWERED_WITHIN_MS = 1_000;
const SOON = { timeout: 20_000, interval: 20 };

let cluster: RedisCluster;
let room: StaffRoom;
let other: NestFastifyApplication;
let otherUrl: string;

beforeAll(async () => {
  cluster = await RedisCluster.start();
  const env = { ...cluster.env, JWT_SECRET, RATE_LIMIT_REGISTER: `${REGISTERED_AT_MOST}` };
  room = await StaffRoom.open(env);
  other = await createTestApp({ database: room.database, env });
  await other.listen(0, '127.0.0.1');
  otherUrl = await other.getUrl();
  await isHealthy();
});
afterAll(async () => {
  await other.close();
  await room.close();
  await cluster.stop();
});

async function isHealthy(): Promise<void> {
  for (const url of [room.url, otherUrl])
    await vi.waitFor(async () => {
      const { body } = await new Visitor(url, '', null).get<HealthDto>('/api/health');
      expect(body.status).toBe('healthy');
    }, SOON);
}

async function teacher(): Promise<Student> {
  const made = await Student.register(fetchSend(room.url));
  await room.owner.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [made.id]);
  return made;
}

/** A student in an examination, whose page listens at the other process. */
async function listening() {
  const exam = await publishExam(room.owner, { timeLimitSeconds: 600 });
  const student = await Student.register(fetchSend(room.url));
  const { body: attempt } = await student.start(exam.quizId);
  return { attempt, page: await EventListener.open(otherUrl, student.token) };
}

describe('a cluster', () => {
  it('keeps what is cached, and forgets it in every process when it changes', async () => {
    const admin = await room.admin();
    const titles = async (url: string) => {
      const path = '/api/quizzes?limit=100';
      const { body } = await new Visitor(url, '', null).get<{ items: { title: string }[] }>(path);
      return body.items.map(({ title }) => title);
    };
    for (const title of ['first', 'second']) {
      await room.published(admin, { title });
      expect(await titles(room.url)).toContain(title);
      expect(await titles(otherUrl)).toContain(title);
    }
    expect(await cluster.keys('*cache*')).not.toEqual([]);
  });

  it('brings what happens in one process to the pages of another', async () => {
    const staff = await teacher();
    const { attempt, page } = await listening();
    await staff.patch(`/api/admin/attempts/${attempt.id}/time`, {
      requestId: crypto.randomUUID(),
      extraSeconds: 300,
    });
    await vi.waitFor(() => expect(page.heard('attempt-time')).toHaveLength(1), SOON);
    await page.leave();
  });

  it('takes a job and hands it to the worker', async () => {
    const worker = await room.startWorker({ ...cluster.env, IMPORT_SWEEP_SECONDS: '600' });
    const admin = await room.admin();
    const done = await settled(admin, await accepted(admin, longQuiz(1)));
    expect(done.state).toBe('DONE');
    expect(worker.noise).toEqual([]);
    expect(await cluster.keys('{quizmaster-queue}*')).not.toEqual([]);
  });

  it('of which a node is frozen costs no request much, and is in use again when that thaws', async () => {
    for (const node of cluster.nodes) {
      node.signal('SIGSTOP');
      try {
        for (let count = 0; count < 20; count += 1) {
          const begin = performance.now();
          const reply = await room.anybody().get('/api/quizzes');
          expect(reply.status).toBe(200);
          expect(performance.now() - begin).toBeLessThan(ANSWERED_WITHIN_MS);
        }
      } finally {
        node.signal('SIGCONT');
      }
    }
    await isHealthy();
    const staff = await teacher();
    const { attempt, page } = await listening();
    await vi.waitFor(async () => {
      const path = `/api/admin/attempts/${attempt.id}/time`;
      await staff.patch(path, { requestId: crypto.randomUUID(), extraSeconds: 60 });
      expect(page.heard('attempt-time').length).toBeGreaterThan(0);
    }, SOON);
    await page.leave();
  });

  it('counts the requests of an address together, whatever process they reach', async () => {
    const [already] = await room.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM users WHERE email LIKE 'person-%' OR email LIKE 'student-%'`,
    );
    const tries = Array.from({ length: 2 * REGISTERED_AT_MOST }, (_, index) =>
      Visitor.register(index % 2 === 0 ? room.url : otherUrl),
    );
    const results = await Promise.allSettled(tries);
    const registered = results.filter(({ status }) => status === 'fulfilled').length;
    expect(registered + (already?.count ?? 0)).toBe(REGISTERED_AT_MOST);
  });
});
