import { describe, expect, it } from 'vitest';
import { loginPath, safeNext } from './login-path';

describe('coming back after logging in', () => {
  it('goes to the very page one wanted, with its filters', () => {
    const path = loginPath({ pathname: '/quizzes/1', search: '?a=b&c=d' });
    expect(safeNext(new URLSearchParams(path.split('?')[1]).get('next'))).toBe(
      '/quizzes/1?a=b&c=d',
    );
  });

  it('never leaves this site, however the address was smuggled in', () => {
    for (const evil of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:x',
    ]) {
      expect(safeNext(evil)).toBe('/');
    }
  });

  it('goes to the start when nothing was wanted', () => {
    expect(safeNext(null)).toBe('/');
  });
});
