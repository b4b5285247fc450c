import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beatInto } from './heartbeat.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'quizmaster-heartbeat-'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true });
});

describe('the heartbeat', () => {
  it('is there at once, and anew while the process gets round to it', () => {
    const file = join(dir, 'beat');
    beatInto(file);
    const first = readFileSync(file, 'utf8');
    vi.advanceTimersByTime(5_000);
    expect(Date.parse(readFileSync(file, 'utf8')) - Date.parse(first)).toBe(5_000);
  });

  it('refuses a place where it cannot be written', () => {
    expect(() => beatInto(join(dir, 'nowhere', 'beat'))).toThrow(/ENOENT/);
  });
});
