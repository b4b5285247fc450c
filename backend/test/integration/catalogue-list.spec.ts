import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CategoryDto, QuizCardDto } from '../../src/modules/catalogue/catalogue.dto.js';
import { encodeCursor, type Page } from '../../src/shared/pagination.js';
import { StaffRoom } from '../support/staff-room.js';
import type { Visitor } from '../support/visitor.js';

const QUIZZES = 23;
const LIMIT = 5;

let room: StaffRoom;
let admin: Visitor;
let history: CategoryDto;
let ids: string[];

async function category(name: string): Promise<CategoryDto> {
  return (await admin.post<CategoryDto>('/api/categories', { name })).body;
}

/** Titles and moments of publishing that repeat, as they must not confuse the pages. */
async function fill(): Promise<string[]> {
  const made: string[] = [];
  for (let index = 0; index < QUIZZES; index += 1) {
    const categoryId = index % 2 === 0 ? history.id : null;
    const title = `Title ${'abc'.charAt(index % 3)}`;
    made.push(await room.published(admin, { title, categoryId }));
  }
  await room.owner.query(
    `UPDATE quizzes SET published_at = date_trunc('hour', now()) - interval '1 hour' * (n % 4),
       difficulty = CASE n % 5 WHEN 0 THEN 'HARD' ELSE NULL END::"Difficulty",
       description = CASE n % 7 WHEN 0 THEN '100% about The Moon_' ELSE '' END
     FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM quizzes) numbered
     WHERE numbered.id = quizzes.id`,
  );
  return made;
}

beforeAll(async () => {
  // Rows are arranged behind the product's back, which a cache cannot know of.
  room = await StaffRoom.open({ CACHE_ENABLED: 'false' });
  admin = await room.admin();
  history = await category('History');
  ids = await fill();
});
afterAll(() => room.close());

const list = (query: string) =>
  room.anybody().get<Page<QuizCardDto> & { code: string }>(`/api/quizzes?${query}`);

async function allPages(query: string): Promise<QuizCardDto[]> {
  const items: QuizCardDto[] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const { body } = await list(`limit=${LIMIT}&${query}${cursor}`);
    expect(body.items.length).toBeLessThanOrEqual(LIMIT);
    items.push(...body.items);
    next = body.nextCursor;
  }
  return items;
}

describe('the catalogue, page by page', () => {
  it.each(['newest', 'title'])('sorted by %s shows every quiz once and in order', async (sort) => {
    const items = await allPages(`sort=${sort}`);
    expect(items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const keys = items.map(({ title, publishedAt }) => (sort === 'title' ? title : publishedAt));
    expect(keys).toEqual(sort === 'title' ? keys.toSorted() : keys.toSorted().toReversed());
  });

  it('shows nothing twice when quizzes are published between two pages', async () => {
    const first = await list(`limit=${LIMIT}&sort=newest`);
    const added = await room.published(admin, { title: 'Newer than all' });
    const second = await list(`limit=${LIMIT}&cursor=${first.body.nextCursor ?? ''}`);
    const seen = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(seen).size).toBe(2 * LIMIT);
    expect(seen).not.toContain(added);
    await admin.post(`/api/admin/quizzes/${added}/archive`);
  });

  it('refuses a page marker of another order and one that nobody made', async () => {
    const newest = (await list(`limit=${LIMIT}&sort=newest`)).body.nextCursor ?? '';
    const title = (await list(`limit=${LIMIT}&sort=title`)).body.nextCursor ?? '';
    const id = ids[0] ?? '';
    for (const query of [
      `sort=title&cursor=${newest}`,
      `sort=newest&cursor=${title}`,
      'cursor=nonsense',
      `cursor=${encodeCursor(['newest', 'yesterday', id])}`,
      `cursor=${encodeCursor(['newest', '2026-01-01T00:00:00Z', "' OR 1=1"])}`,
      `sort=title&cursor=${encodeCursor(['title', 'a\u0000b', id])}`,
      'cursor=',
    ]) {
      const reply = await list(query);
      expect([query, reply.status, reply.body.code]).toEqual([query, 422, 'VALIDATION_FAILED']);
    }
  });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'])(
    'has no fault with a page marker at the edge of time: %s',
    async (moment) => {
      const reply = await list(`cursor=${encodeCursor(['newest', moment, ids[0] ?? ''])}`);
      expect(reply.status).toBeLessThan(500);
    },
  );
});

describe('the catalogue, searched and filtered', () => {
  const of = (items: QuizCardDto[], wanted: (card: QuizCardDto) => boolean) =>
    items.filter(wanted).map(({ id }) => id);

  it.each<[string, (card: QuizCardDto) => boolean]>([
    ['category=history', (card) => card.category?.slug === 'history'],
    ['category=nowhere', () => false],
    ['difficulty=HARD', (card) => card.difficulty === 'HARD'],
    ['q=the%20mOOn', (card) => card.description !== ''],
    ['q=TITLE%20B', (card) => card.title === 'Title b'],
    ['q=100%25', (card) => card.description !== ''],
    ['q=%25', (card) => card.description.includes('%')],
    ['q=_', (card) => card.description.includes('_')],
    ['q=%5C', () => false],
    ['q=', () => true],
    [
      'q=title%20a&category=history&difficulty=HARD&sort=title',
      (card) => card.title === 'Title a' && card.category !== null && card.difficulty === 'HARD',
    ],
  ])('with %s shows all that fits and nothing else', async (query, wanted) => {
    const everything = await allPages('sort=newest');
    const found = await allPages(query);
    expect(found.map(({ id }) => id).toSorted()).toEqual(of(everything, wanted).toSorted());
  });

  it.each(['difficulty=hard', 'sort=random', 'limit=0', 'limit=101', 'q=a&q=b', 'category=%00'])(
    'refuses %s',
    async (query) => {
      expect((await list(query)).status).toBe(422);
    },
  );
});

describe('categories', () => {
  it('have addresses made of their names, in any script', async () => {
    const slugs = [];
    for (const name of ['Địa lý & Bản đồ', '数学', '  Œuvres d’Été  ', '!!!']) {
      slugs.push((await category(name)).slug);
    }
    expect(slugs).toEqual(['dia-ly-ban-do', '数学', 'œuvres-d-ete', 'category']);
  });

  it('count their published quizzes and find them by their address', async () => {
    const maths = await category('Số học');
    await room.published(admin, { title: 'Sums', categoryId: maths.id });
    await room.draft(admin, { title: 'Not yet', categoryId: maths.id });
    const { body } = await room.anybody().get<{ items: CategoryDto[] }>('/api/categories');
    expect(body.items.find(({ id }) => id === maths.id)).toMatchObject({ quizCount: 1 });
    const found = await list(`category=${encodeURIComponent(maths.slug)}`);
    expect(found.body.items.map(({ title }) => title)).toEqual(['Sums']);
  });

  it('are made once of a name, by an admin', async () => {
    const again = await admin.post('/api/categories', { name: 'HISTORY' });
    expect(again).toMatchObject({ status: 409, body: { code: 'CATEGORY_EXISTS' } });
    const student = await room.student();
    expect((await student.post('/api/categories', { name: 'Mine' })).status).toBe(403);
    expect((await room.anybody().post('/api/categories', { name: 'Mine' })).status).toBe(401);
    for (const name of ['', '   ', 'x'.repeat(101), 'a\u0000b', 7]) {
      expect((await admin.post('/api/categories', { name })).status).toBe(422);
    }
  });

  it('must exist to be given to a quiz', async () => {
    const quizId = await room.draft(admin);
    const categoryId = '01890000-0000-7000-8000-000000000000';
    const refused = await admin.patch(`/api/admin/quizzes/${quizId}`, { categoryId });
    expect(refused).toMatchObject({ status: 422, body: { code: 'CATEGORY_UNKNOWN' } });
    const given = await admin.patch(`/api/admin/quizzes/${quizId}`, { categoryId: history.id });
    expect(given.body).toMatchObject({ category: { name: 'History', slug: 'history' } });
  });
});
