import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlowQueriesDto } from '../../src/modules/operations/slow-queries.dto.js';
import { Database } from '../../src/database/database.service.js';
import { Classroom } from '../support/classroom.js';
import type { Student } from '../support/student.js';

const CANARY = `canary-${randomUUID()}`;

let room: Classroom;
let admin: Student;

beforeAll(async () => {
  room = await Classroom.open();
  admin = await room.teacher();
  const database = room.app.get(Database, { strict: false });
  const slow = { name: 'slow', text: 'SELECT pg_sleep($1), $2::text AS the_slow_one' };
  await database.query(slow, [0.2, CANARY]);
  for (let n = 0; n < 12; n += 1) {
    await database.query({ name: `quick-${n}`, text: `SELECT 1${' + 1'.repeat(n)}` });
  }
  await database.prisma.user.findMany({ where: { name: CANARY } });
});
afterAll(() => room.close());

const ask = (who: Student) => who.get<SlowQueriesDto>('/api/admin/database/slow-queries');

describe('the statements that cost the database most', () => {
  it('are told to admins with how often they ran and how long, slowest first', async () => {
    const { status, body } = await ask(admin);
    expect([status, body.state]).toEqual([200, 'AVAILABLE']);
    const [slowest] = body.byMeanTime;
    expect(slowest).toMatchObject({ query: expect.stringContaining('the_slow_one'), calls: 1 });
    expect(slowest?.totalMs).toBeGreaterThanOrEqual(200);
    for (const [list, by] of [
      [body.byTotalTime, 'totalMs'],
      [body.byMeanTime, 'meanMs'],
    ] as const) {
      expect(list.length).toBe(10);
      const times = list.map((entry) => entry[by]);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
    }
    expect(Date.parse(body.since ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('never show a value', async () => {
    const { body } = await ask(admin);
    expect(JSON.stringify(body)).not.toContain(CANARY);
  });

  it('are nothing for a student', async () => {
    expect((await ask(await room.student())).status).toBe(403);
  });

  it('are not told where the database does not count them, which is said', async () => {
    await room.owner.query('DROP EXTENSION pg_stat_statements');
    const { status, body } = await ask(admin);
    expect(status).toBe(200);
    expect(body).toEqual({ state: 'NOT_INSTALLED', since: null, byTotalTime: [], byMeanTime: [] });
    // As a server answers that was started without the library.
    await room.owner.query(`
      CREATE FUNCTION not_loaded() RETURNS timestamptz LANGUAGE plpgsql AS
        $$BEGIN RAISE object_not_in_prerequisite_state; END$$;
      CREATE EXTENSION pg_stat_statements;
      ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements_info;
      DROP VIEW pg_stat_statements_info;
      CREATE VIEW pg_stat_statements_info AS SELECT not_loaded() AS stats_reset;
      GRANT SELECT ON pg_stat_statements_info TO PUBLIC`);
    expect((await ask(admin)).body.state).toBe('NOT_LOADED');
  });
});
