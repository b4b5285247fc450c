import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { isAlive } from '../../scripts/lib/processes.mjs';
import { Command, DataFolder } from '../support/launcher.js';

const ADMIN = { email: 'head@example.org', password: 'four-plain-words-here' };

function start(data: DataFolder, port: number, env: NodeJS.ProcessEnv = {}): Command {
  return new Command('up.mjs', [], { PORT: String(port), DATA_DIR: data.dir, ...env });
}

async function signIn(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  return response.status;
}

async function healthStatus(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/api/health`);
  return response.status;
}

describe('a running instance', () => {
  const data = new DataFolder();
  let port: number;
  let launcher: Command;

  beforeAll(async () => {
    port = await freePort();
    launcher = start(data, port);
    await launcher.says('is ready at');
  });

  afterAll(async () => {
    launcher.child.kill('SIGTERM');
    await launcher.exited;
    data.remove();
  });

  it('answers at the port that was asked for and serves the pages', async () => {
    expect(await healthStatus(port)).toBe(200);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toContain('<div id="root"');
  });

  it('cannot be started twice with the same data, and says so in one sentence', async () => {
    const second = start(data, await freePort());
    expect(await second.exited).toBe(1);
    expect(second.output.trim()).toMatch(/^QuizMaster is already running with the data in .*$/);
  });

  it('lets an admin be made who can sign in at once', async () => {
    const args = ['--email', ADMIN.email, '--password', ADMIN.password];
    const command = new Command('admin-create.mjs', args, { DATA_DIR: data.dir });
    expect([await command.exited, command.output.trim()]).toEqual([
      0,
      expect.stringContaining(ADMIN.email),
    ]);
    expect(await signIn(port)).toBe(200);
  });

  it.each(['api', 'worker', 'redis', 'postgres'])('starts %s again after a crash', async (name) => {
    const before = data.pid(name);
    process.kill(before, 'SIGKILL');
    await vi.waitFor(() => expect(data.pid(name)).not.toBe(before), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await healthStatus(port)).toBe(200), { timeout: 30_000 });
  });

  it('is taken over with all its data when the launcher was killed without warning', async () => {
    const left = Object.values(data.run().processes).map(({ pid }) => pid);
    launcher.child.kill('SIGKILL');
    await launcher.exited;
    launcher = start(data, port);
    await launcher.says('is ready at');
    expect(left.filter(isAlive)).toEqual([]);
    expect(await signIn(port)).toBe(200);
  });

  it('stops everything within ten seconds on Ctrl-C and ends with code 0', async () => {
    const pids = Object.values(data.run().processes).map(({ pid }) => pid);
    expect(pids.filter(isAlive)).toHaveLength(4);
    const begin = Date.now();
    launcher.child.kill('SIGINT');
    expect(await launcher.exited).toBe(0);
    expect(Date.now() - begin).toBeLessThan(10_000);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});

describe('a start that cannot succeed ends with code 1 and one sentence', () => {
  const data = new DataFolder();
  let taken: Server;
  let takenPort: number;

  beforeAll(async () => {
    takenPort = await freePort();
    taken = createServer();
    await new Promise<void>((done) => taken.listen(takenPort, '127.0.0.1', done));
  });

  afterAll(async () => {
    await new Promise((done) => taken.close(done));
    data.remove();
  });

  it.each([
    ['a port that is taken', () => ({ PORT: String(takenPort) }), /^Port \d+ is taken .*$/],
    ['a port that is none', () => ({ PORT: 'eighty' }), /^PORT must be a number .*$/],
    [
      'a data folder that cannot be made',
      () => ({ DATA_DIR: '/proc/quizmaster' }),
      /^The data folder \/proc\/quizmaster cannot be written to .*$/,
    ],
    [
      'a Redis that does not answer',
      () => ({ REDIS_URL: 'redis://127.0.0.1:1' }),
      /^The Redis of REDIS_URL .* cannot be used: .*$/,
    ],
    [
      'a database that does not answer',
      () => ({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }),
      /^The database that DATABASE_URL names cannot be used: .*$/,
    ],
    [
      'no Redis to be had',
      () => ({ PATH: '/nowhere', REDIS_URL: '', REDIS_HOST: '' }),
      /^No Redis to be had: set REDIS_URL, .*redis-server.* PATH, .* apt .*, or start Docker\.$/,
    ],
  ])('%s', async (_, env, sentence) => {
    const command = start(data, await freePort(), env());
    expect(await command.exited).toBe(1);
    expect(command.output.trim()).toMatch(sentence);
  });
});
