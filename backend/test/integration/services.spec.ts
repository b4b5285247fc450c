import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.js';
import { createTestRedis } from '../support/redis.js';
import {
  startOwnRedis,
  type OwnRedis,
  type TestDatabase,
} from '../../scripts/lib/test-services.mjs';

describe('the database role of the two processes', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it.each([
    'CREATE TABLE intruder (id int)',
    'DROP TABLE users',
    'ALTER TABLE users ADD COLUMN intruder int',
    'CREATE SCHEMA intruder',
    'TRUNCATE users',
    'CREATE ROLE intruder',
    'DELETE FROM _prisma_migrations',
  ])('is refused: %s', async (statement) => {
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('reads and writes rows of every table of the product', async () => {
    const { rows } = await client.query<{ table: string; allowed: boolean }>(
      `SELECT tablename AS table,
              has_table_privilege(format('%I', tablename), 'SELECT, INSERT, UPDATE, DELETE') AS allowed
       FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !row.allowed)).toEqual([]);
  });
});

describe('the Redis of a test', () => {
  let own: OwnRedis;

  beforeAll(async () => {
    own = await startOwnRedis();
  });

  afterAll(async () => {
    await own.stop();
  });

  it('is apart from the one of every other test file', async () => {
    expect(await createTestRedis()).not.toBe(await createTestRedis());
  });

  it('keeps what it was told through a crash and comes back at the same address', async () => {
    const before = new Redis(own.url);
    await before.set('kept', 'yes');
    before.disconnect();
    await own.kill();
    await own.restart();
    const after = new Redis(own.url);
    expect(await after.get('kept')).toBe('yes');
    after.disconnect();
  });
});
