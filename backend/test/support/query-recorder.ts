import pg from 'pg';

/** A statement as it was sent: prepared under a name, or not. */
export interface SentQuery {
  name: string | null;
  text: string;
  values: unknown[];
}

type Call = (this: pg.Client, ...parts: unknown[]) => unknown;

/** What the product asks whenever it is busy, to see whether the database still answers. */
const PROBE = 'SELECT 1';

/**
 * Writes down what is sent to Postgres from this process. To be made before the product connects, and the only one
 * in its file.
 */
export class QueryRecorder {
  private sent: SentQuery[] | null = null;

  constructor() {
    const send = Reflect.get(pg.Client.prototype, 'query') as Call;
    const note = (config: unknown, values: unknown) => {
      const query = asSent(config, values);
      if (query.text !== PROBE) this.sent?.push(query);
    };
    pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
      note(parts[0], parts[1]);
      return send.apply(this, parts);
    } as typeof pg.Client.prototype.query;
  }

  /** What was sent while this was done. */
  async during(work: () => Promise<unknown>): Promise<SentQuery[]> {
    const sent: SentQuery[] = [];
    this.sent = sent;
    try {
      await work();
    } finally {
      this.sent = null;
    }
    return sent;
  }
}

function asSent(config: unknown, values: unknown): SentQuery {
  const given = Array.isArray(values) ? (values as unknown[]) : [];
  if (typeof config === 'string') return { name: null, text: config, values: given };
  const query = config as { name?: string; text: string; values?: unknown[] };
  return { name: query.name ?? null, text: query.text, values: query.values ?? given };
}
