import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { runAdminCreate } from '../../src/admin-create.command.js';
import { createTestDatabase } from '../support/database.js';

const admin = { ADMIN_EMAIL: 'Head@School.example', ADMIN_PASSWORD: 'blue-kettle-37-window' };

describe('making an admin from the command line', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client(database.ownerUrl);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const run = (env: NodeJS.ProcessEnv) =>
    runAdminCreate({ DATABASE_URL: database.appUrl, CACHE_ENABLED: 'false', ...env });
  const accounts = async () =>
    (await client.query<Record<string, unknown>>('SELECT * FROM users ORDER BY created_at')).rows;

  it('refuses bad input with a sentence that names the variable, and makes nothing', async () => {
    const bad = [
      { env: {}, says: /ADMIN_EMAIL/ },
      { env: { ...admin, ADMIN_EMAIL: 'nobody' }, says: /ADMIN_EMAIL/ },
      { env: { ...admin, ADMIN_PASSWORD: 'short' }, says: /ADMIN_PASSWORD/ },
      { env: { ...admin, ADMIN_PASSWORD: 'password1' }, says: /password/ },
      { env: { ...admin, DATABASE_URL: '' }, says: /DATABASE_URL/ },
      {
        env: { ...admin, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
        says: /cannot be reached/,
      },
    ];
    for (const { env, says } of bad) {
      const { succeeded, message } = await run(env);
      expect(succeeded).toBe(false);
      expect(message).toMatch(says);
      expect(message).not.toMatch(/\n\s+at /);
    }
    expect(await accounts()).toEqual([]);
  });

  it('makes a new account an admin, with the password kept only as an argon2id hash', async () => {
    expect(await run(admin)).toEqual({
      succeeded: true,
      message: 'head@school.example is an admin and can sign in now.',
    });
    const [account] = await accounts();
    expect(account).toMatchObject({ email: 'head@school.example', role: 'ADMIN' });
    expect(account?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('promotes an existing account, enables it, replaces its password and ends its sessions', async () => {
    await client.query(
      `UPDATE users SET role = 'STUDENT', disabled_at = now(), name = 'Ada', password_hash = 'old'`,
    );
    await client.query(
      `INSERT INTO sessions (id, user_id, expires_at)
       SELECT gen_random_uuid(), id, now() + interval '1 day' FROM users`,
    );
    expect(await run(admin)).toMatchObject({ succeeded: true });
    const [account, ...others] = await accounts();
    expect(others).toEqual([]);
    expect(account).toMatchObject({ role: 'ADMIN', disabled_at: null, name: 'Ada' });
    expect(account?.password_hash).not.toBe('old');
    const open = await client.query('SELECT 1 FROM sessions WHERE revoked_at IS NULL');
    expect(open.rows).toEqual([]);
  });
});
