import { describe, expect, it } from 'vitest';
import { secondsUntilBatch } from './upload-limit.js';

describe('the limit of batches an hour', () => {
  it('lets one begin while fewer than the limit were begun', () => {
    expect(secondsUntilBatch([], 1)).toBe(0);
    expect(secondsUntilBatch([3000, 2000, 10], 4)).toBe(0);
  });

  it('names the time until so many are an hour old that one may begin', () => {
    expect(secondsUntilBatch([3000, 2000, 10], 3)).toBe(600);
    expect(secondsUntilBatch([3000, 2000, 10], 2)).toBe(1600);
    expect(secondsUntilBatch([3000, 2000, 10], 1)).toBe(3590);
  });

  it('never asks to come back at once', () => {
    expect(secondsUntilBatch([3599.9], 1)).toBe(1);
  });
});
