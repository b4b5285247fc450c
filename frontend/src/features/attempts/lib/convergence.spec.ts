import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MemoryStore } from '../testing/memory-store';
import { ModelServer, type Weather } from '../testing/model-server';
import { AutoSave } from './autosave';

/** A small generator of numbers in [0, 1): the same seed gives the same run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WEATHER: Weather[] = ['fine', 'fine', 'lost', 'unheard', 'held'];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
  'two devices in bad weather and a crash end with the answers last chosen (run %i)',
  async (seed) => {
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const server = new ModelServer();
    const stores = [new MemoryStore(), new MemoryStore()];
    const open = (device: number, page: number) =>
      new AutoSave({
        attemptId: 'attempt',
        userId: 'user',
        clientId: `device ${String(device)} page ${String(page)}`,
        server: server.copy(),
        currentQuestionIndex: 0,
        timeSpent: 0,
        time: null,
        away: false,
        transport: server.transport(),
        store: stores[device] ?? new MemoryStore(),
        random,
      });
    const pages = [open(0, 0), open(1, 0)];
    const chosen = new Map<string, string>();
    for (let step = 0; step < 40; step += 1) {
      const device = random() < 0.5 ? 0 : 1;
      // Each device has questions of its own: what it chose last must be what remains.
      const question = `q${String(device)}-${String(Math.floor(random() * 4))}`;
      const value = `value ${String(step)}`;
      server.next.push(pick(WEATHER));
      pages[device]?.choose(question, value);
      chosen.set(question, value);
      if (random() < 0.2) pages[device]?.leave();
      if (random() < 0.3) server.release();
      await vi.advanceTimersByTimeAsync(random() * 6_000);
      if (random() < 0.05) {
        pages[device]?.stop();
        const left = [...(stores[device]?.records.values() ?? [])];
        const reopened = open(device, step + 1);
        await reopened.restore(left, { position: 0, timeSpent: 0 });
        for (const record of left) stores[device]?.records.delete(record.clientId);
        pages[device] = reopened;
      }
    }
    server.next = [];
    for (let i = 0; i < 20; i += 1) {
      server.release();
      await vi.advanceTimersByTimeAsync(30_000);
    }
    for (const [question, value] of chosen) expect(server.valueOf(question)).toBe(value);
    for (const page of pages) {
      const { isDirty, conflicts, questions } = page.getSnapshot();
      expect({ isDirty, conflicts }).toEqual({ isDirty: false, conflicts: [] });
      for (const [id, state] of Object.entries(questions)) {
        if (state.place === 'server') expect(chosen.get(id)).toBeDefined();
      }
    }
  },
);
