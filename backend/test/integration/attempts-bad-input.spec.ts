import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Classroom } from '../support/classroom.js';
import { answer, mutation } from '../support/student.js';

const KNOWN_ID = 'a3bb189e-8bf9-4888-9912-ace4e6543002';
const MEBIBYTE = 1024 * 1024;

let room: Classroom;
beforeAll(async () => {
  room = await Classroom.open();
});
afterAll(() => room.close());

interface Sent {
  payload: string;
  headers?: Record<string, string>;
  /** Instead of the attempt's own id. */
  id?: string;
}

const valid = () => JSON.stringify(mutation());
const nested = (depth: number) => `{"clientId":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const withKey = (key: string) => valid().replace('{', `{${key},`);
const changed = (change: object) => JSON.stringify({ ...mutation(), ...change });
const answersOf = (count: number) =>
  Array.from({ length: count }, () => answer({ id: randomUUID() }, 'x'));

describe.each([
  ['PATCH', 'progress'],
  ['POST', 'submit'],
] as const)('what cannot be a save, sent to %s …/%s', (method, action) => {
  let sitting: Awaited<ReturnType<Classroom['sitting']>>;
  beforeAll(async () => {
    sitting = await room.sitting();
  });

  const send = ({ payload, headers, id = sitting.attempt.id }: Sent, token?: string) =>
    room.app.inject({
      method,
      url: `/api/attempts/${id}/${action}`,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token ?? sitting.student.token}`,
        ...headers,
      },
      payload,
    });

  /** The status and code of the answer, after checking that it is a problem and that nothing came of it. */
  const refusal = async (sent: Sent): Promise<string> => {
    const response = await send(sent);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = response.json<{ status: number; code: string }>();
    expect(problem.status).toBe(response.statusCode);
    expect(response.body).not.toMatch(/node_modules|\.js:|prisma|SELECT|FST_|Fastify/i);
    const read = await sitting.student.attempt(sitting.attempt.id);
    expect(read).toMatchObject({ status: 200, body: { status: 'OPEN', version: 0, answers: {} } });
    return `${problem.status} ${problem.code}`;
  };

  it.each([
    ['truncated', valid().slice(0, -1)],
    ['with a __proto__ key', withKey('"__proto__":{"role":"ADMIN"}')],
    ['with a constructor.prototype key', withKey('"constructor":{"prototype":{"role":"ADMIN"}}')],
  ])('is 400 for JSON that is %s', async (_, payload) => {
    expect(await refusal({ payload })).toBe('400 BAD_JSON');
  });

  it('is 400 for an id that cannot be decoded', async () => {
    expect(await refusal({ payload: valid(), id: '%zz' })).toBe('400 BAD_REQUEST');
  });

  it('is 413 for a body over the limit', async () => {
    const payload = changed({ clientId: 'x'.repeat(MEBIBYTE) });
    expect(await refusal({ payload })).toBe('413 BODY_TOO_LARGE');
  });

  it('is 415 for text, and for a body that is compressed', async () => {
    const text = { 'content-type': 'text/plain' };
    expect(await refusal({ payload: valid(), headers: text })).toBe('415 UNSUPPORTED_MEDIA_TYPE');
    const gzip = { 'content-encoding': 'gzip' };
    expect(await refusal({ payload: valid(), headers: gzip })).toBe('415 UNSUPPORTED_ENCODING');
  });

  it.each(['not-a-uuid', '1', '%00', KNOWN_ID.slice(1)])('is 422 for the id %s', async (id) => {
    expect(await refusal({ payload: valid(), id })).toBe('422 VALIDATION_FAILED');
  });

  it.each([
    ['null', 'null'],
    ['a bare string', '"text"'],
    ['an array', '[]'],
    ['no body', ''],
    ['an unknown field', changed({ role: 'ADMIN' })],
    ['a nesting of 21 levels', nested(21)],
    ['a nesting of 15 000 levels', nested(15_000)],
    ['baseVersion as text', changed({ baseVersion: '1' })],
    ['baseVersion −1', changed({ baseVersion: -1 })],
    ['baseVersion 1.5', changed({ baseVersion: 1.5 })],
    ['baseVersion 1e400', valid().replace('"baseVersion":0', '"baseVersion":1e400')],
    ['baseVersion 2^31', changed({ baseVersion: 2 ** 31 })],
    ['seq 0', changed({ seq: 0 })],
    ['a clientId that is no UUID', changed({ clientId: 'me' })],
    ['a clientId that is missing', changed({ clientId: undefined })],
    ['currentQuestionIndex −1', changed({ currentQuestionIndex: -1 })],
    ['timeSpent 2^31', changed({ timeSpent: 2 ** 31 })],
    ['NUL in text', changed({ answers: [answer({ id: randomUUID() }, 'a\u0000b')] })],
    [
      'a text of 2 001 characters',
      changed({ answers: [answer({ id: KNOWN_ID }, 'x'.repeat(2001))] }),
    ],
    ['an object as value', changed({ answers: [{ questionId: randomUUID(), value: {} }] })],
    ['a number as value', changed({ answers: [{ questionId: randomUUID(), value: 1 }] })],
    ['a question that is no UUID', changed({ answers: [answer({ id: '1' }, 'x')] })],
    ['7 000 answers', changed({ answers: answersOf(7000) })],
    [
      'the same question twice',
      changed({
        answers: [answer({ id: KNOWN_ID }, 'a'), answer({ id: KNOWN_ID.toUpperCase() }, 'b')],
      }),
    ],
  ])('is 422 for a body that is, or holds, %s', async (_, payload) => {
    expect(await refusal({ payload })).toBe('422 VALIDATION_FAILED');
  });

  it('is 422 for what the quiz does not ask', async () => {
    const { exam } = sitting;
    const other = await room.exam();
    const cases = [
      ['UNKNOWN_QUESTION', answer(other.single, other.single.right)],
      ['UNKNOWN_OPTION', answer(exam.single, other.single.right)],
      ['UNKNOWN_OPTION', answer(exam.multiple, other.multiple.right)],
      ['WRONG_ANSWER_TYPE', answer(exam.single, exam.multiple.right)],
      ['WRONG_ANSWER_TYPE', answer(exam.short, [])],
      ['TOO_MANY', answer(exam.multiple, [...exam.multiple.optionIds, ...exam.single.optionIds])],
    ] as const;
    for (const [code, refused] of cases) {
      const payload = changed({ answers: [answer(exam.truth, null), refused] });
      expect(await refusal({ payload })).toBe(`422 ${code}`);
      expect((await send({ payload })).json()).toMatchObject({ errors: [{ path: 'answers.1' }] });
    }
  });

  it('is 401 without a good token and 404 for an attempt of somebody else, existing or not', async () => {
    expect((await send({ payload: valid() }, 'nonsense')).json()).toMatchObject({ status: 401 });
    const stranger = await room.student();
    for (const id of [sitting.attempt.id, randomUUID()]) {
      const response = await send({ payload: valid(), id }, stranger.token);
      expect(response.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
    expect((await sitting.student.attempt(sitting.attempt.id)).body.version).toBe(0);
  });

  it('does not stand in the way of a good one, whatever the letters of its id', async () => {
    const { exam, attempt, student } = sitting;
    const payload = changed({ answers: [answer(exam.short, 'good')] });
    const response = await send({ payload, id: attempt.id.toUpperCase() });
    expect(response.statusCode).toBe(200);
    const { body } = await student.attempt(attempt.id);
    expect(body.answers[exam.short.id]?.value).toBe('good');
  });
});
