import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { loadApiConfig } from '../config/load-config.js';
import { serverOptions } from './server-options.js';

const options = serverOptions(
  loadApiConfig({ DATABASE_URL: 'postgres://none', JWT_SECRET: 'x'.repeat(32) }),
  () => undefined,
);

function idFor(given: string | string[] | undefined): string {
  const request = { headers: { 'x-request-id': given } } as unknown as IncomingMessage;
  return options.genReqId?.(request) ?? '';
}

const OWN = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('the id of a request', () => {
  it.each(['given-by-a-proxy', 'a.b_c-1234', 'x'.repeat(64)])('is taken over: %s', (given) => {
    expect(idFor(given)).toBe(given);
  });

  it.each([
    ['none', undefined],
    ['empty', ''],
    ['with a line break', 'abcdefgh\n{"level":"error"}'],
    ['with a line break at its end', 'abcdefgh\n'],
    ['with a carriage return', 'abcdefgh\r\nset-cookie: x=1'],
    ['with a quote', 'abcdefgh"'],
    ['with a blank', 'abcd efgh'],
    ['too short to be one', 'abc'],
    ['of 65 characters', 'x'.repeat(65)],
    ['given twice', ['abcdefgh', 'abcdefgi']],
  ])('is our own when the one given is %s', (_, given) => {
    expect(idFor(given)).toMatch(OWN);
    expect(idFor(given)).not.toBe(idFor(given));
  });
});
