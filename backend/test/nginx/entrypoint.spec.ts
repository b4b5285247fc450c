import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Nginx } from '../support/nginx.js';
import { rawAsk } from '../support/raw-ask.js';
import { StandIn } from '../support/stand-in.js';

const SOON = { timeout: 15_000, interval: 50 };
const RENDER = join(import.meta.dirname, '..', '..', '..', 'nginx', 'render.sh');

let dir: string;
let api: StandIn;
let nginx: Nginx;

/** What the names of the API stand for, as the nginx of this file is told. */
const resolveTo = (...addresses: string[]): void => {
  const lines = addresses.map((address) => `${address} STREAM api`).join('\n');
  writeFileSync(join(dir, 'getent'), `#!/bin/sh\ncat <<'END'\n${lines}\nEND\n`, { mode: 0o755 });
};

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'quizmaster-names-'));
  resolveTo();
  api = await StandIn.start((_, response) => response.end('{"items":[]}'));
  nginx = await Nginx.start({
    apiPorts: [],
    env: { API_SERVERS: `api:${api.port}`, PATH: `${dir}:${process.env.PATH}` },
  });
});
afterAll(async () => {
  await nginx.stop();
  await api.stop();
  rmSync(dir, { recursive: true });
});

const status = async (path: string) => (await rawAsk(nginx.url, path)).status;

describe('nginx as its image starts it', () => {
  it('serves the pages also while no API process is known, and finds one when it comes', async () => {
    expect([await status('/'), await status('/api/auth/me')]).toEqual([200, 502]);
    resolveTo('127.0.0.1');
    await vi.waitFor(async () => expect(await status('/api/auth/me')).toBe(200), SOON);
  });

  it('keeps what it has kept when processes come and go', async () => {
    await vi.waitFor(async () => {
      const { headers } = await rawAsk(nginx.url, '/api/quizzes');
      expect(headers['x-cache-status']).toBe('HIT');
    }, SOON);
    resolveTo('127.0.0.1', '127.0.0.2');
    await vi.waitFor(() => {
      const upstream = readFileSync(join(nginx.dir, 'upstream.conf'), 'utf8');
      expect(upstream).toContain(`server 127.0.0.2:${api.port} `);
    }, SOON);
    const { headers } = await rawAsk(nginx.url, '/api/quizzes');
    expect(headers['x-cache-status']).toBe('HIT');
  });

  it('comes up again after it was killed, and answers nothing of before', async () => {
    await nginx.kill();
    await nginx.startAgain();
    const { headers } = await rawAsk(nginx.url, '/api/quizzes');
    expect(headers['x-cache-status']).toBe('MISS');
  });
});

describe('settings that cannot be right are refused with the reason:', () => {
  it.each([
    ['an address with a path', { PUBLIC_URL: 'https://quiz.example.org/quiz' }, 'PUBLIC_URL must'],
    ['TLS without a certificate', { PUBLIC_URL: 'https://quiz.example.org' }, 'TLS_CERTIFICATE'],
    ['a directive in a setting', { SERVER_NAMES: 'a; deny all' }, 'SERVER_NAMES holds a character'],
    ['an API that is no address', { API_SERVERS: 'http://api' }, "API_SERVERS holds 'http://api'"],
  ])('%s', (_, env, reason) => {
    const folders = { RUN_DIR: join(dir, 'run'), CACHE_DIR: join(dir, 'cache') };
    const { status: code, stderr } = spawnSync('sh', [RENDER, join(dir, 'conf')], {
      env: { PATH: process.env.PATH, NGINX_USER: 'root', ...folders, ...env },
      encoding: 'utf8',
    });
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
  });
});
