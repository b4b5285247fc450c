import { beforeEach, describe, expect, it } from 'vitest';
import { makeRecord } from '../testing/make-record';
import { MemoryStorage } from '../testing/memory-storage';
import { backupKey, LocalBackup } from './local-backup';

let storage: MemoryStorage;
let backup: LocalBackup;
const key = backupKey('attempt');

beforeEach(() => {
  storage = new MemoryStorage();
  backup = new LocalBackup('attempt', () => storage);
});

describe('the LocalStorage backup', () => {
  it('gives back what was written, under quiz-progress-{attemptId}', () => {
    const record = makeRecord({ q1: 'a', q2: ['b', 'c'], q3: null });
    expect(backup.write(record)).toBeNull();
    expect(key).toBe('quiz-progress-attempt');
    expect(backup.read()).toEqual({ records: [record], damage: null });
  });

  it('keeps the records of two tabs apart and removes only the one it is told to', () => {
    const first = makeRecord({ q1: 'a' }, { clientId: 'tab 1' });
    const second = makeRecord({ q2: 'b' }, { clientId: 'tab 2' });
    backup.write(first);
    backup.write(second);
    backup.remove('tab 1');
    expect(backup.read().records).toEqual([second]);
  });

  it('leaves nothing behind once the last record is removed', () => {
    backup.write(makeRecord({ q1: 'a' }));
    backup.remove('page');
    expect(storage.length).toBe(0);
  });

  it.each([
    ['text that is not JSON', () => '{"torn'],
    ['a changed answer', () => (storage.getItem(key) ?? '').replace('"a"', '"x"')],
    ['another schema', () => (storage.getItem(key) ?? '').replace('"schema":1', '"schema":9')],
    ['something that is no record', () => '[null]'],
  ])('sets %s aside, tells so, and never returns it', (_, damaged) => {
    backup.write(makeRecord({ q1: 'a' }));
    const text = damaged();
    storage.setItem(key, text);
    expect(backup.read()).toEqual({ records: [], damage: { count: 1, sizeBytes: text.length } });
    expect(storage.getItem('quiz-progress-damaged-attempt')).toBe(text);
    expect(backup.read().damage).toBeNull();
  });

  it('saves the readable records beside a damaged one', () => {
    const good = makeRecord({ q2: 'b' }, { clientId: 'good' });
    backup.write(makeRecord({ q1: 'a' }));
    backup.write(good);
    storage.setItem(key, (storage.getItem(key) ?? '').replace('"a"', '"x"'));
    expect(backup.read()).toMatchObject({ records: [good], damage: { count: 1 } });
    expect(backup.read()).toEqual({ records: [good], damage: null });
  });

  it('reports full storage instead of throwing', () => {
    storage.full = true;
    expect(backup.write(makeRecord({ q1: 'a' }))).toBe('full');
  });

  it('reports blocked storage instead of throwing', () => {
    const blocked = new LocalBackup('attempt', () => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(blocked.write(makeRecord({ q1: 'a' }))).toBe('blocked');
    expect(blocked.read()).toEqual({ records: [], damage: null });
  });
});
