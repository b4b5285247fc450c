import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { createTestDatabase } from '../support/database.js';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

it('no index of attempts holds, or asks about, what a save writes', async () => {
  const written = [
    ...['version', 'answers', 'current_index', 'time_spent', 'saved_at'],
    ...['writer', 'writer_since', 'writer_seq', 'writer_hash'],
  ];
  // Columns, expressions and conditions alike depend on the columns they are made of.
  const { rows } = await owner.query<{ name: string }>(
    `SELECT DISTINCT a.attname AS name FROM pg_index i
     JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
     JOIN pg_attribute a ON d.refclassid = 'pg_class'::regclass AND a.attrelid = d.refobjid
       AND a.attnum = d.refobjsubid
     WHERE i.indrelid = 'attempts'::regclass`,
  );
  const indexed = rows.map(({ name }) => name);
  expect(indexed).toEqual(expect.arrayContaining(['user_id', 'status', 'flags', 'deadline_at']));
  expect(indexed.filter((name) => written.includes(name))).toEqual([]);
});

it('no index of saves needs writing but the one that tells them apart', async () => {
  const { rows } = await owner.query(
    `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = 'attempt_saves'::regclass`,
  );
  expect(rows).toEqual([{ name: 'attempt_saves_pkey' }]);
});
