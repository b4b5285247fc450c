import { describe, expect, it } from 'vitest';
import { secondsUntilUpload } from './upload-batches.js';

/** So many uploads, each `gap` seconds after the one before; the last is `gap` seconds old. */
const uploads = (count: number, gap: number) =>
  Array.from({ length: count }, (_, i) => (count - i) * gap);

describe('the limit of import batches', () => {
  it('counts files dropped together once', () => {
    expect(secondsUntilUpload(uploads(49, 1), 1)).toBe(0);
  });

  it('counts a drop of more than fifty files as several', () => {
    expect(secondsUntilUpload(uploads(50, 1), 1)).toBeGreaterThan(0);
    expect(secondsUntilUpload(uploads(50, 1), 2)).toBe(0);
  });

  it('counts uploads more than a minute apart each for itself', () => {
    expect(secondsUntilUpload(uploads(9, 61), 10)).toBe(0);
    expect(secondsUntilUpload(uploads(10, 61), 10)).toBeGreaterThan(0);
  });

  it('lets a batch that is under way go on', () => {
    expect(secondsUntilUpload([500, 400, 300, 30, 20], 4)).toBe(0);
  });

  it('says when there is room again: once the oldest batch is an hour old', () => {
    expect(secondsUntilUpload([3000, 2990, 2000, 1000], 3)).toBe(3600 - 2990);
  });
});
