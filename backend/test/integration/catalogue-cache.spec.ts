import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../../scripts/lib/test-services.mjs';
import type {
  CategoryDto,
  QuizCardDto,
  QuizDetailDto,
} from '../../src/modules/catalogue/catalogue.dto.js';
import type { Page } from '../../src/shared/pagination.js';
import { publishExam } from '../support/exam.js';
import { StaffRoom } from '../support/staff-room.js';
import type { Visitor } from '../support/visitor.js';

let redis: OwnRedis;

beforeAll(async () => {
  redis = await startOwnRedis();
});
afterAll(() => redis.stop());

interface Seen {
  title: string | undefined;
  listed: string | undefined;
  count: number | undefined;
}

/** What a visitor is told of a quiz: its own page, the list, and the count of its category. */
async function see(room: StaffRoom, quizId: string): Promise<Seen> {
  const visitor = room.anybody();
  const detail = await visitor.get<QuizDetailDto>(`/api/quizzes/${quizId}`);
  const list = await visitor.get<Page<QuizCardDto>>('/api/quizzes?category=history');
  const categories = await visitor.get<{ items: CategoryDto[] }>('/api/categories');
  return {
    title: detail.status === 404 ? undefined : detail.body.title,
    listed: list.body.items.find(({ id }) => id === quizId)?.title,
    count: categories.body.items.find(({ slug }) => slug === 'history')?.quizCount,
  };
}

async function historyQuiz(room: StaffRoom, admin: Visitor): Promise<string> {
  const { body } = await admin.post<CategoryDto>('/api/categories', { name: 'History' });
  return room.published(admin, { title: 'First', categoryId: body.id });
}

/** Changes a quiz in every way, and expects each change to be seen by the very next request. */
async function expectEveryChangeSeen(room: StaffRoom, admin: Visitor, quizId: string) {
  expect(await see(room, quizId)).toEqual({ title: 'First', listed: 'First', count: 1 });
  await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'Second' });
  expect(await see(room, quizId)).toEqual({ title: 'Second', listed: 'Second', count: 1 });
  await admin.post(`/api/admin/quizzes/${quizId}/archive`);
  expect(await see(room, quizId)).toEqual({ title: undefined, listed: undefined, count: 0 });
  await admin.post(`/api/admin/quizzes/${quizId}/publish`);
  expect(await see(room, quizId)).toEqual({ title: 'Second', listed: 'Second', count: 1 });
  await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'First' });
}

const rename = (room: StaffRoom, quizId: string, title: string) =>
  room.owner.query('UPDATE quizzes SET title = $2 WHERE id = $1', [quizId, title]);

describe('the catalogue from the cache', () => {
  let room: StaffRoom;
  let admin: Visitor;
  let quizId: string;
  beforeAll(async () => {
    room = await StaffRoom.open({ REDIS_URL: redis.url });
    admin = await room.admin();
    quizId = await historyQuiz(room, admin);
  });
  afterAll(() => room.close());

  /** Resolves once the list comes from the cache: a change behind the product's back goes unseen. */
  async function cached(): Promise<void> {
    const forget = () => admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'First' });
    await vi.waitFor(
      async () => {
        await forget();
        await see(room, quizId);
        await rename(room, quizId, 'Unseen');
        try {
          expect(await see(room, quizId)).toMatchObject({ listed: 'First' });
        } finally {
          await forget();
        }
      },
      { timeout: 20_000, interval: 100 },
    );
  }

  it('asks the database once for a list and once for a quiz', async () => {
    await cached();
    const exam = await publishExam(room.owner);
    const title = async () =>
      (await room.anybody().get<QuizDetailDto>(`/api/quizzes/${exam.quizId}`)).body.title;
    expect(await title()).toBe(exam.title);
    await rename(room, exam.quizId, 'Unseen');
    expect(await title()).toBe(exam.title);
  });

  it('shows every change at once', () => expectEveryChangeSeen(room, admin, quizId));

  it('forgets nothing when a change is refused, and shows nothing of it', async () => {
    const refusal = await admin.patch(`/api/admin/quizzes/${quizId}`, {
      title: 'Refused',
      passPercent: 99,
    });
    expect(refusal.status).toBe(409);
    expect(await see(room, quizId)).toMatchObject({ title: 'First', listed: 'First' });
  });

  it.each([
    ['stopped', () => redis.kill(), () => redis.restart()],
    ['frozen', () => Promise.resolve(redis.freeze()), () => Promise.resolve(redis.thaw())],
  ])('is right while Redis is %s, and not a bit stale when it is back', async (_, away, back) => {
    await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'First' });
    await away();
    try {
      await expectEveryChangeSeen(room, admin, quizId);
      await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'Changed meanwhile' });
    } finally {
      await back();
    }
    expect(await see(room, quizId)).toMatchObject({ title: 'Changed meanwhile' });
    await admin.patch(`/api/admin/quizzes/${quizId}`, { title: 'First' });
    await cached();
    await expectEveryChangeSeen(room, admin, quizId);
  });
});

describe('the catalogue without the cache', () => {
  it('gives the same answers', async () => {
    const room = await StaffRoom.open({ CACHE_ENABLED: 'false' });
    try {
      const admin = await room.admin();
      await expectEveryChangeSeen(room, admin, await historyQuiz(room, admin));
    } finally {
      await room.close();
    }
  });
});
