import type { TestInstance } from '../../../scripts/lib/test-instance.mjs';

/** Something that befalls the system, and what whoever looks after it does about it. */
export interface Fault {
  name: string;
  strike: (instance: TestInstance) => Promise<void>;
  mend: (instance: TestInstance) => Promise<void>;
}

const PARTS = ['Api', 'Redis', 'Postgres', 'Worker'] as const;

const killOf = (part: (typeof PARTS)[number]): Fault => ({
  name: `${part} killed`,
  strike: (instance) => instance[`kill${part}`](),
  // What a supervisor does with a process that has ended.
  mend: (instance) => instance[`start${part}`](),
});

const freezes: Fault[] = PARTS.map((part) => ({
  name: `${part} frozen`,
  strike: (instance) => Promise.resolve(instance[`freeze${part}`]()),
  mend: (instance) => Promise.resolve(instance[`thaw${part}`]()),
}));

const everything: Fault = {
  name: 'All killed',
  strike: async (instance) => {
    await Promise.all(PARTS.map((part) => instance[`kill${part}`]()));
  },
  mend: async (instance) => {
    await Promise.all([instance.startPostgres(), instance.startRedis()]);
    await Promise.all([instance.startApi(), instance.startWorker()]);
  },
};

/** In the order in which the rounds take them. */
export const FAULTS: readonly Fault[] = [...PARTS.map(killOf), ...freezes, everything];

/** The crash that a database without durable commits does not survive. */
export const POSTGRES_KILLED = killOf('Postgres');
