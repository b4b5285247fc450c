import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/shared/pagination.js';
import { Classroom } from '../support/classroom.js';
import { type FilledList, LISTS, type People } from '../support/lists.js';

let room: Classroom;
let people: People;

beforeAll(async () => {
  // Rows are arranged behind the product's back, which a cache cannot know of.
  room = await Classroom.open({ CACHE_ENABLED: 'false' });
  people = { teacher: await room.teacher(), student: await room.student() };
});
afterAll(() => room.close());

type Cursor = 'nextCursor' | 'prevCursor';
type Items = { id?: string }[];

const names = (items: Items) => items.map((item) => item.id ?? JSON.stringify(item));

/** The pages from one on, in the order in which they are met. */
async function walk(
  list: FilledList,
  from: Page<{ id?: string }>,
  { to, limit, between }: { to: Cursor; limit: number; between: () => Promise<void> },
): Promise<Page<{ id?: string }>[]> {
  const met = [from];
  for (let page = from, cursor = page[to]; cursor !== null; cursor = page[to]) {
    await between();
    page = await list.read(`&limit=${limit}&cursor=${cursor}`);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    met.push(page);
  }
  return met;
}

/** Forward through the whole list and back to its beginning: the names of the items on each page. */
async function thereAndBack(list: FilledList, limit: number, between = () => Promise.resolve()) {
  const first = await list.read(`&limit=${limit}`);
  expect(first.prevCursor).toBeNull();
  const there = await walk(list, first, { to: 'nextCursor', limit, between });
  const back = await walk(list, there.at(-1) ?? first, { to: 'prevCursor', limit, between });
  return {
    there: there.map(({ items }) => names(items)),
    back: back.map(({ items }) => names(items)).reverse(),
  };
}

const someMoments = fc.array(fc.nat(4), { minLength: 1, maxLength: 9 });
const runs = { numRuns: 4 };

describe.each(Object.entries(LISTS))('%s', (_name, makeList) => {
  it('is met on the same pages there and back', async () => {
    await fc.assert(
      fc.asyncProperty(someMoments, fc.integer({ min: 1, max: 4 }), async (moments, limit) => {
        const list = await makeList(room, people);
        await list.add(moments);
        const whole = names((await list.read('&limit=100')).items);
        const { there, back } = await thereAndBack(list, limit);
        expect(there.flat()).toEqual(whole);
        expect(back).toEqual(there);
      }),
      runs,
    );
  });

  it('is met in order, each once, while more is added', async () => {
    await fc.assert(
      fc.asyncProperty(someMoments, someMoments, async (moments, more) => {
        const list = await makeList(room, people);
        await list.add(moments);
        const whole = names((await list.read('&limit=100')).items);
        const coming = [...more];
        const { there, back } = await thereAndBack(list, 2, async () => {
          const moment = coming.pop();
          if (moment !== undefined) await list.add([moment]);
        });
        for (const met of [there.flat(), back.flat()]) {
          expect(met.filter((name) => whole.includes(name))).toEqual(whole);
          expect(new Set(met).size).toBe(met.length);
        }
      }),
      runs,
    );
  });
});
