import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Classroom } from '../support/classroom.js';
import { publishExam } from '../support/exam.js';
import { LISTS, type People } from '../support/lists.js';
import { QueryRecorder } from '../support/query-recorder.js';
import { answer, mutation, type Student } from '../support/student.js';

const FEW = 2;
const MANY = 40;

const recorder = new QueryRecorder();
let room: Classroom;
let people: People;

beforeAll(async () => {
  room = await Classroom.open({ CACHE_ENABLED: 'false' });
  people = { teacher: await room.teacher(), student: await room.student() };
});
afterAll(() => room.close());

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The statements of what is read again: the first time fills what a process keeps in memory. */
async function statements(read: () => Promise<unknown>): Promise<string[]> {
  await read();
  const sent = await recorder.during(read);
  return sent.map(({ name, text }) => name ?? text);
}

describe('a page of a list takes as many statements for forty items as for two', () => {
  it.each(Object.entries(LISTS))('%s', async (_name, makeList) => {
    const list = await makeList(room, people);
    await list.add(upTo(FEW));
    const forFew = await statements(() => list.read(`&limit=${FEW}`));
    await list.add(upTo(MANY));
    const page = await list.read(`&limit=${MANY}`);
    expect(page.items.length).toBe(MANY);
    const forMany = await statements(() => list.read(`&limit=${MANY}`));
    expect(forFew.length).toBeGreaterThan(0);
    expect(forMany.length).toBe(forFew.length);
  });
});

/** Everything that shows a quiz, an attempt at it, or its result, whole. */
async function whole(extraQuestions: number) {
  const exam = await publishExam(room.owner, { extraQuestions });
  const { teacher, student } = people;
  const { body: attempt } = await student.start(exam.quizId);
  const answers = exam.questions.map((question) => answer(question, question.right));
  await student.submit(attempt.id, mutation({ answers }));
  const { body: open } = await teacher.start(exam.quizId);
  const get = (who: Student, url: string) => async () => {
    const { status, body } = await who.get(url);
    expect([url, status]).toEqual([url, 200]);
    return body;
  };
  return {
    'a quiz of the catalogue': get(student, `/api/quizzes/${exam.quizId}`),
    'a quiz with its questions': get(teacher, `/api/admin/quizzes/${exam.quizId}`),
    'an open attempt': get(teacher, `/api/attempts/${open.id}`),
    'a result': get(student, `/api/attempts/${attempt.id}/result`),
    'a review': get(student, `/api/attempts/${attempt.id}/review`),
    'an attempt with its history': get(teacher, `/api/admin/attempts/${attempt.id}/history`),
  };
}

it('a quiz is read in as many statements with sixty questions as with five', async () => {
  const [few, many] = [await whole(0), await whole(60)];
  for (const [name, read] of Object.entries(few)) {
    const forFew = await statements(read);
    const forMany = await statements(many[name as keyof typeof many]);
    expect(forFew.length).toBeGreaterThan(0);
    expect([name, forMany.length]).toEqual([name, forFew.length]);
  }
});

it('categories are counted in as many statements as there are few or many', async () => {
  const read = () => people.teacher.get('/api/categories');
  await people.teacher.post('/api/categories', { name: 'One' });
  const forOne = await statements(read);
  for (const index of upTo(10)) await people.teacher.post('/api/categories', { name: `C${index}` });
  expect((await statements(read)).length).toBe(forOne.length);
});
