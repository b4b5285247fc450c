import { describe, expect, it } from 'vitest';
import { momentSchema } from './moment.js';

describe('a moment that somebody tells us', () => {
  it.each(['2026-01-01T00:00:00Z', '2026-01-01T07:00:00.123+07:00', '0001-01-01T00:00:00Z'])(
    'is taken: %s',
    (text) => expect(momentSchema.safeParse(text).success).toBe(true),
  );

  it.each([
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+05:00',
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59-14:00',
    '2026-02-30T00:00:00Z',
    `2026-01-01T00:00:00.${'1'.repeat(40)}Z`,
    'yesterday',
  ])('is refused where the database could not keep it: %s', (text) =>
    expect(momentSchema.safeParse(text).success).toBe(false),
  );
});
