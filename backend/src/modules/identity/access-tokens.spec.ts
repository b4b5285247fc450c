import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadApiConfig } from '../../config/load-config.js';
import { newId } from '../../shared/ids.js';
import { AccessTokens } from './access-tokens.js';

const config = loadApiConfig({
  DATABASE_URL: 'postgres://none',
  JWT_SECRET: 'x'.repeat(32),
  ACCESS_TOKEN_SECONDS: '600',
});
const claims = { userId: newId(), sessionId: newId(), role: 'STUDENT' as const };

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it('a token that was good before is refused once its time is over', () => {
  const tokens = new AccessTokens(config);
  const token = tokens.sign(claims);
  expect(tokens.verify(token)).toEqual(claims);
  vi.advanceTimersByTime(599_000);
  expect(tokens.verify(token)).toEqual(claims);
  vi.advanceTimersByTime(2_000);
  expect(tokens.read(token)).toBeNull();
  expect(() => tokens.verify(token)).toThrow(
    expect.objectContaining({ code: 'UNAUTHENTICATED' }) as Error,
  );
});

it('a token with one character changed is not the one that was verified', () => {
  const tokens = new AccessTokens(config);
  const token = tokens.sign(claims);
  tokens.verify(token);
  const [head = '', body = '', signature = ''] = token.split('.');
  const forged = Buffer.from(body, 'base64url').toString().replace('STUDENT', 'ADMIN');
  expect(
    tokens.read(`${head}.${Buffer.from(forged).toString('base64url')}.${signature}`),
  ).toBeNull();
});
