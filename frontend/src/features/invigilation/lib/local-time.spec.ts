import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from './local-time';

describe('a time as it is entered', () => {
  it('is the same moment again, in whatever zone', () => {
    const iso = '2026-07-01T23:30:15.000Z';
    expect(fromLocalInput(toLocalInput(iso))).toBe(iso);
  });

  it('is none where nothing whole was entered', () => {
    expect(fromLocalInput('')).toBeNull();
  });
});
