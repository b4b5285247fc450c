import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Classroom } from '../support/classroom.js';
import { LogLines } from '../support/log-lines.js';

const REPORT = { code: 'BACKUP_CORRUPT', count: 1, sizeBytes: 312, schemaVersion: 1 };
const MOST_AN_HOUR = 30;

let room: Classroom;
const lines = new LogLines();

/** The JSON lines of the log that tell of devices. */
const told = () => lines.of('trouble on a device');

beforeAll(async () => {
  room = await Classroom.open({}, lines.transport);
});
beforeEach(() => {
  lines.clear();
});
afterAll(() => room.close());

describe('what a device tells of its copies', () => {
  it.each(['BACKUP_CORRUPT', 'JOURNAL_CORRUPT', 'STORAGE_FULL', 'STORAGE_BLOCKED'])(
    'leaves one line of warning in the log, with who and which request: %s',
    async (code) => {
      const { student, attempt } = await room.sitting();
      const reply = await room.app.inject({
        method: 'POST',
        url: `/api/attempts/${attempt.id}/client-reports`,
        headers: { authorization: `Bearer ${student.token}` },
        payload: { ...REPORT, code },
      });
      expect([reply.statusCode, reply.body]).toEqual([204, '']);
      expect(told()).toMatchObject([
        {
          level: 'warn',
          requestId: reply.headers['x-request-id'],
          context: { ...REPORT, code, attemptId: attempt.id, userId: student.id },
        },
      ]);
    },
  );

  it.each([
    ['an unknown code', { ...REPORT, code: 'OTHER' }],
    ['an answer', { ...REPORT, answers: { q1: 'Canberra' } }],
    ['free text', { ...REPORT, detail: 'Canberra' }],
    ['text for a number', { ...REPORT, count: '1' }],
    ['a negative size', { ...REPORT, sizeBytes: -1 }],
    ['a number without end', { ...REPORT, sizeBytes: 2 ** 31 }],
    ['nothing', {}],
    ['a list', [REPORT]],
  ])('refuses %s and logs nothing of it', async (_, body) => {
    const { student, attempt } = await room.sitting();
    const { status } = await student.post(`/api/attempts/${attempt.id}/client-reports`, body);
    expect(status).toBe(422);
    expect(lines.text).not.toContain('Canberra');
    expect(told()).toEqual([]);
  });

  it('is not taken for the attempt of somebody else', async () => {
    const { attempt } = await room.sitting();
    const stranger = await room.student();
    const { status } = await stranger.post(`/api/attempts/${attempt.id}/client-reports`, REPORT);
    expect(status).toBe(404);
    expect(told()).toEqual([]);
  });

  it('is also taken of an attempt that was handed in', async () => {
    const { student, attempt } = await room.sitting();
    await student.submit(attempt.id);
    const { status } = await student.post(`/api/attempts/${attempt.id}/client-reports`, REPORT);
    expect(status).toBe(204);
    expect(told()).toHaveLength(1);
  });

  it('is bounded for each user, who can save and hand in as before', async () => {
    const { student, attempt } = await room.sitting();
    const path = `/api/attempts/${attempt.id}/client-reports`;
    const statuses = [];
    for (let count = 0; count <= MOST_AN_HOUR; count += 1) {
      statuses.push((await student.post(path, REPORT)).status);
    }
    expect(statuses.filter((status) => status === 204)).toHaveLength(MOST_AN_HOUR);
    expect(statuses.at(-1)).toBe(429);
    expect(told()).toHaveLength(MOST_AN_HOUR);
    expect((await student.submit(attempt.id)).status).toBe(200);
    const other = await room.sitting();
    const reply = await other.student.post(
      `/api/attempts/${other.attempt.id}/client-reports`,
      REPORT,
    );
    expect(reply.status).toBe(204);
  });
});
