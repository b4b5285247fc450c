import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { describeError, redact } from './redact.js';

describe('what is written into a log', () => {
  it.each([
    ...['password', 'newPassword', 'PASSWORD_HASH', 'passwd', 'secret', 'jwtSecret'],
    ...['token', 'accessToken', 'refresh_token', 'authorization', 'Authorization', 'cookie'],
    ...['set-cookie', 'apiKey', 'api-key', 'licenseKey', 'private_key', 'credentials'],
    ...['answer', 'answers', 'acceptedAnswers', 'correct', 'correctOptionIds', 'key', 'body'],
  ])('never holds the value of %s, however deep it lies', (name) => {
    const context = { quizId: 'q', [name]: 'canary', list: [{ inner: { [name]: ['canary'] } }] };
    const written = redact(context);
    expect(JSON.stringify(written)).not.toContain('canary');
    expect(written).toMatchObject({ quizId: 'q', [name]: '[redacted]' });
  });

  it.each(['attempt', 'quizId', 'uploadKeyCount', 'answeredCount', 'keyboard', 'monkey'])(
    'keeps what only looks a little like a secret: %s',
    (name) => {
      expect(redact({ [name]: 7 })).toEqual({ [name]: 7 });
    },
  );

  it('is bounded: depth, length of lists, bytes', () => {
    let deep: unknown = 'core';
    for (let level = 0; level < 50; level += 1) deep = { deep };
    expect(JSON.stringify(redact(deep))).not.toContain('core');
    expect(redact(Array.from({ length: 1000 }, () => 1))).toHaveLength(50);
    expect(redact({ file: Buffer.alloc(1_000_000) })).toEqual({ file: '[1000000 bytes]' });
  });

  it('ends with an object that holds itself', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop.self = loop;
    expect(JSON.stringify(redact(loop))).toContain('[deep]');
  });

  it('leaves the value that was given as it was', () => {
    const context = { password: 'x', at: new Date(0) };
    expect(redact(context)).toEqual({ password: '[redacted]', at: '1970-01-01T00:00:00.000Z' });
    expect(context.password).toBe('x');
  });

  it('tells an error with its causes, and what is none', () => {
    const error = new TypeError('outer', { cause: new Error('inner') });
    expect(describeError(error)).toMatchObject({
      name: 'TypeError',
      message: 'outer',
      stack: expect.stringContaining('redact.spec') as unknown,
      cause: { name: 'Error', message: 'inner' },
    });
    expect(redact({ reason: error })).toMatchObject({ reason: { message: 'outer' } });
    expect(describeError('text')).toEqual({ name: 'NonError', message: 'text' });
  });
});
