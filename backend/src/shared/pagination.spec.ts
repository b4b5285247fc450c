import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cursorTimeSchema, decodeCursor, encodeCursor, limitSchema } from './pagination.js';

const values = z.tuple([z.string(), z.number()]);

describe('a cursor', () => {
  it('gives back what it was made of, in any script', () => {
    const made: [string, number] = ['Đề thi "số" 1/2 ✓', 7];
    expect(decodeCursor(encodeCursor(made), values)).toEqual({ side: 'after', at: made });
    expect(decodeCursor(encodeCursor(made, 'before'), values)).toEqual({
      side: 'before',
      at: made,
    });
    expect(encodeCursor(made)).toMatch(/^[\w-]+$/);
  });

  it.each([
    '',
    'nonsense',
    '!!!',
    encodeCursor([1, 'x']),
    encodeCursor(['x']),
    btoa('{"a":1}'),
    btoa('{"before":["x"]}'),
  ])('that this list did not make is none: %s', (cursor) => {
    expect(decodeCursor(cursor, values)).toBeNull();
  });

  it('holds moments that a database knows', () => {
    expect(cursorTimeSchema.safeParse('2026-01-01T00:00:00.000Z').success).toBe(true);
    for (const text of ['0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00Z', 'now']) {
      expect(cursorTimeSchema.safeParse(text).success).toBe(false);
    }
  });
});

describe('the limit of a page', () => {
  it('is 20 when nobody says', () => expect(limitSchema.parse(undefined)).toBe(20));
  it.each(['0', '101', '-1', '1.5', '1e9', ' 5', '٣', ''])('is refused: %s', (text) => {
    expect(limitSchema.safeParse(text).success).toBe(false);
  });
});
