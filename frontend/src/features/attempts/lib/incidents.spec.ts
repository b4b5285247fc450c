import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from '../testing/memory-storage';
import { Incidents, noteIncidents, type Incident } from './incidents';

const DAMAGED: Incident = { code: 'BACKUP_CORRUPT', count: 1, sizeBytes: 40 };
const KEY = 'quiz-incidents-attempt';

let storage: MemoryStorage;
let sent: Incident[];
/** What becomes of the next reports; then they arrive. */
let outcomes: boolean[];
let ends: (() => void)[];

function open(): Incidents {
  const incidents = new Incidents('attempt', (incident) => {
    sent.push(incident);
    return Promise.resolve(outcomes.shift() ?? true);
  });
  ends.push(incidents.start());
  return incidents;
}

beforeEach(() => {
  vi.useFakeTimers();
  storage = new MemoryStorage();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('window', new EventTarget());
  [sent, outcomes, ends] = [[], [], []];
});
afterEach(() => {
  for (const end of ends) end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('incidents on a device', () => {
  it('are told of once', async () => {
    noteIncidents('attempt', [DAMAGED]);
    open();
    await vi.advanceTimersByTimeAsync(120_000);
    open();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toEqual([DAMAGED]);
    expect(storage.length).toBe(0);
  });

  it('wait for the network, also over a reload of the page', async () => {
    noteIncidents('attempt', [DAMAGED]);
    outcomes = [false, false];
    open();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(sent.length).toBeGreaterThan(0);
    ends.pop()?.();
    outcomes = [];
    sent = [];
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([DAMAGED]);
    expect(storage.length).toBe(0);
  });

  it('are told of as soon as the browser says it is online', async () => {
    noteIncidents('attempt', [DAMAGED]);
    outcomes = [false];
    open();
    await vi.advanceTimersByTimeAsync(0);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([DAMAGED, DAMAGED]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(2);
  });

  it('tell of full and of blocked storage once each, with how many answers are concerned', async () => {
    const incidents = open();
    for (const storageState of ['ok', 'full', 'full', 'blocked', 'ok', 'full'] as const) {
      incidents.look({ storage: storageState, unsavedCount: 3 });
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(sent).toEqual([
      { code: 'STORAGE_FULL', count: 3, sizeBytes: 0 },
      { code: 'STORAGE_BLOCKED', count: 3, sizeBytes: 0 },
    ]);
  });

  it('are told of where nothing can be kept at all', async () => {
    storage.full = true;
    open().look({ storage: 'full', unsavedCount: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
  });

  it.each(['{"torn', '{}', '[{"code":"OTHER","count":1,"sizeBytes":1}]', '[null, 1]'])(
    'are not made up from what is damaged itself: %s',
    async (text) => {
      storage.setItem(KEY, text);
      open();
      await vi.advanceTimersByTimeAsync(0);
      expect(sent).toEqual([]);
    },
  );
});
