import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DevicePair } from '../testing/device-pair';
import type { Overwrite, Weather } from '../testing/model-server';
import type { AnswerValue } from './answers';
import type { AutoSave } from './autosave';

/** A small generator of numbers in [0, 1): the same seed gives the same run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WEATHER: Weather[] = [
  ...(['fine', 'fine', 'fine', 'lost', 'unheard', 'held', 'delayed'] as const),
  ...(['doubled', 'echoed'] as const),
];
const STEPS = 40;
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed + 1);

/** A run of things that happen to two devices, each as likely as the numbers say. */
class Run {
  readonly pair: DevicePair;
  /** What was decided last on each device, by question: chosen there or taken over from the other one. */
  readonly decided = [new Map<string, AnswerValue>(), new Map<string, AnswerValue>()] as const;
  /** What the server had, as far as the device knew, when that was decided. */
  private readonly known = [
    new Map<string, AnswerValue>(),
    new Map<string, AnswerValue>(),
  ] as const;

  constructor(readonly random: () => number) {
    this.pair = new DevicePair(random);
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  choose(device: 0 | 1, question: string, value: string): void {
    const page = this.pair.page(device);
    this.pair.server.next.push(this.pick(WEATHER));
    this.known[device].set(question, page.serverCopy().answers[question]?.value ?? null);
    page.choose(question, value);
    this.decided[device].set(question, value);
    if (this.random() < 0.2) page.leave();
    if (this.random() < 0.3) this.pair.server.release();
  }

  /** The student decides on what the page asks about, one way or the other. */
  decide(device: 0 | 1): void {
    const page = this.pair.page(device);
    for (const { questionId, theirs } of page.getSnapshot().conflicts) {
      const choice = this.pick(['mine', 'theirs'] as const);
      this.known[device].set(questionId, theirs.value);
      if (choice === 'theirs') this.decided[device].set(questionId, theirs.value);
      page.resolve(questionId, choice);
    }
  }

  /** The network is fine again, both devices look at the server, and nothing is left to decide. */
  async settle(): Promise<void> {
    this.pair.server.next = [];
    for (let i = 0; i < 20; i += 1) {
      this.pair.server.release();
      await vi.advanceTimersByTimeAsync(30_000);
      for (const device of [0, 1] as const) this.decide(device);
    }
    for (const page of this.pair.all) page.refresh(this.pair.server.copy(), null, true);
    await vi.advanceTimersByTimeAsync(60_000);
  }

  /** What took the place of another device's answer that nobody had seen when it was decided. */
  unseen(overwrites: Overwrite[]): Overwrite[] {
    return overwrites.filter(({ questionId, before, after }) => {
      const owner = DevicePair.deviceOf(after.device);
      if (DevicePair.deviceOf(before.device) === owner) return false;
      return this.known[owner === 'device 0' ? 0 : 1].get(questionId) !== before.value;
    });
  }
}

function expectAgreement(page: AutoSave, values: Record<string, AnswerValue>): void {
  const { isDirty, conflicts, questions } = page.getSnapshot();
  expect({ isDirty, conflicts }).toEqual({ isDirty: false, conflicts: [] });
  const seen = Object.entries(questions).map(([id, { value }]) => [id, value] as const);
  expect(Object.fromEntries(seen)).toEqual(values);
}

function valuesOf({ pair: { server } }: Run): Record<string, AnswerValue> {
  const values = Object.entries(server.answers).map(([id, { value }]) => [id, value] as const);
  return Object.fromEntries(values);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each(seeds(60))(
  'two devices in bad weather and a crash end with the answers last chosen (run %i)',
  async (seed) => {
    const run = new Run(seeded(seed));
    for (let step = 0; step < STEPS; step += 1) {
      const device = run.pick([0, 1] as const);
      // Each device has questions of its own: what it chose last must be what remains.
      run.choose(device, `q${String(device)}-${run.pick(['a', 'b', 'c', 'd'])}`, `value ${step}`);
      await vi.advanceTimersByTimeAsync(run.random() * 6_000);
      if (run.random() < 0.05) await run.pair.crash(device);
    }
    expect(run.pair.all.flatMap((page) => page.getSnapshot().conflicts)).toEqual([]);
    await run.settle();
    const values = valuesOf(run);
    expect(values).toEqual(Object.fromEntries([...run.decided[0], ...run.decided[1]]));
    for (const page of run.pair.all) expectAgreement(page, values);
  },
);

it.each(seeds(150))(
  'two devices that answer the same questions agree, on what was decided last, with nothing overwritten unseen (run %i)',
  async (seed) => {
    const run = new Run(seeded(seed));
    for (let step = 0; step < STEPS; step += 1) {
      const device = run.pick([0, 1] as const);
      run.choose(device, run.pick(['a', 'b', 'c']), `value ${step}`);
      await vi.advanceTimersByTimeAsync(run.random() * 6_000);
      if (run.random() < 0.3) run.decide(run.pick([0, 1] as const));
      if (run.random() < 0.05) await run.pair.crash(device);
      expect(run.unseen(run.pair.server.overwrites.splice(0))).toEqual([]);
    }
    await run.settle();
    expect(run.unseen(run.pair.server.overwrites)).toEqual([]);
    const values = valuesOf(run);
    for (const [question, value] of Object.entries(values)) {
      expect(run.decided.map((decided) => decided.get(question))).toContain(value);
    }
    const asked = new Set([...run.decided[0].keys(), ...run.decided[1].keys()]);
    expect(Object.keys(values).sort()).toEqual([...asked].sort());
    for (const page of run.pair.all) expectAgreement(page, values);
  },
);
