import { Writable } from 'node:stream';
import pg from 'pg';
import winston from 'winston';
import { RAISED_LIMITS } from '../../scripts/lib/raised-limits.mjs';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { ApiModule } from '../../src/api.module.js';
import { loadApiConfig } from '../../src/config/load-config.js';
import { createApiApp } from '../../src/http/create-api-app.js';
import { createWinston } from '../../src/logger/winston.js';
import { createTestDatabase } from '../support/database.js';
import { createTestRedis } from '../support/redis.js';

export const JWT_SECRET = 'a signing key of the tests, long enough for the start';
export const PASSWORD = 'blue-kettle-37-window';

export interface Harness {
  url: string;
  sql: pg.Client;
  /** Every line logged so far, at every level, as it would be written. */
  log: string[];
  /** POST with a JSON body (none when undefined) and these headers. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** GET, signed in with the access token if one is given. */
  get(path: string, accessToken?: string): Promise<Response>;
  stop(): Promise<void>;
}

/** The whole API on a database and a Redis of its own, listening on a free port. */
export async function startHarness(env: Record<string, string> = {}): Promise<Harness> {
  const database: TestDatabase = await createTestDatabase();
  const config = loadApiConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    DATABASE_POOL_MIN: '0',
    REDIS_URL: env.REDIS_URL ?? (await createTestRedis()),
    JWT_SECRET,
    LOG_LEVEL: 'debug',
    ...RAISED_LIMITS,
    RATE_LIMIT_REGISTER: '1000',
    ...env,
  });
  const log: string[] = [];
  const logger = createWinston(config, 'api');
  const [terminal] = logger.transports;
  if (terminal !== undefined) logger.remove(terminal);
  logger.add(new winston.transports.Stream({ stream: collect(log), format: lineFormat() }));
  const app = await createApiApp(ApiModule.for(config, logger), config);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const sql = new pg.Client(database.ownerUrl);
  await sql.connect();
  return {
    url,
    sql,
    log,
    post: (path, body, headers) => post(`${url}${path}`, body, headers),
    get: (path, accessToken) =>
      fetch(`${url}${path}`, accessToken ? { headers: bearer(accessToken) } : {}),
    stop: async () => {
      await app.close();
      await sql.end();
      await database.drop();
    },
  };
}

export interface SignedIn {
  userId: string;
  email: string;
  accessToken: string;
  /** The refresh cookie as a Cookie header. */
  cookie: string;
}

let count = 0;

/** An address of a machine nobody else in the file has. */
export function newEmail(): string {
  return `person${++count}@example.org`;
}

export async function register(harness: Harness, email = newEmail()): Promise<SignedIn> {
  const response = await harness.post('/api/auth/register', {
    email,
    password: PASSWORD,
    name: 'Grace Hopper',
  });
  if (response.status !== 201) throw new Error(`register answered ${response.status}`);
  return signedIn(response);
}

export async function signedIn(response: Response): Promise<SignedIn> {
  const body = (await response.json()) as {
    accessToken: string;
    user: { id: string; email: string };
  };
  return {
    userId: body.user.id,
    email: body.user.email,
    accessToken: body.accessToken,
    cookie: cookieOf(response),
  };
}

/** The first pair of Set-Cookie, as the browser would send it back; '' when there is none. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}

export async function codeOf(response: Response): Promise<string> {
  const { code } = (await response.json()) as { code: string };
  return `${response.status} ${code}`;
}

export function bearer(accessToken: string): { authorization: string } {
  return { authorization: `Bearer ${accessToken}` };
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function collect(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
}

function lineFormat(): winston.Logform.Format {
  return winston.format.combine(winston.format.timestamp(), winston.format.json());
}
