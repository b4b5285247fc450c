import { inspect } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../scripts/lib/test-services.mjs';
import { Database } from '../../src/database/database.service.js';
import { createTestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { explain, type Explained } from '../support/explain.js';
import { hotQueries } from '../support/hot-queries/hot-queries.js';
import type { HotQuery } from '../support/hot-queries/hot-query.js';
import { fillWithMillion } from '../support/many-rows.js';
import { QueryRecorder, type SentQuery } from '../support/query-recorder.js';

/** Tables of fewer rows are read from end to end sooner than an index is. */
const LARGE_ROWS = 3_000;
const ROWS_FOR_ONE = 5;
const ROWS_BESIDES = 10;

const recorder = new QueryRecorder();
let database: TestDatabase;
let owner: pg.Client;
let app: NestFastifyApplication;
let queries: Record<string, HotQuery>;
let largeTables: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await fillWithMillion(owner);
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples >= ${LARGE_ROWS}`,
  );
  largeTables = rows.map(({ name }) => name);
  app = await createTestApp({ database });
  queries = await hotQueries(app.get(Database, { strict: false }), owner);
}, 240_000);
afterAll(async () => {
  await app.close();
  await owner.end();
  await database.drop();
});

/** What a use of a repository sends, but for the beginnings and ends of transactions. */
async function sentBy(query: HotQuery): Promise<SentQuery[]> {
  const sent = await recorder.during(query.run);
  return sent.filter(({ text }) => /^\s*(SELECT|WITH|UPDATE|INSERT|DELETE)/i.test(text));
}

/** Indexes, and what each is for. */
const NEEDED_BY = {
  attempts_open_of_quiz: 'the attempts at a big quiz, OPEN, deep, onward',
  attempts_closed_of_quiz: 'the attempts at a big quiz, CLOSED, first',
  attempts_flagged_of_quiz: 'the attempts at a big quiz, FLAGGED, first',
  attempts_open_in_order: 'open attempts that get more time',
  attempts_closed_of_version: 'attempts at a small quiz to be graded anew',
  quizzes_status_difficulty_published_at_id_idx: 'the catalogue, newest, of the hard ones, first',
  quizzes_status_category_id_title_id_idx: 'the catalogue, title, of a category, first',
  quizzes_status_updated_at_id_idx: 'quizzes of staff, DRAFT, first',
  quizzes_title_words: 'a search for a rare word',
  imports_quiz_id_created_at_idx: 'a quiz as staff see it',
};

/** The best of three, so that what else the machine does matters little. */
async function best(statement: SentQuery, withoutIndex?: string): Promise<Explained> {
  const tries: Explained[] = [];
  for (let n = 0; n < 3; n += 1) {
    const circumstances = withoutIndex === undefined ? {} : { withoutIndex };
    tries.push(await explain(owner, statement, circumstances));
  }
  return tries.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
}

/** The statement that costs most without an index: without it and with it. */
async function gain(query: HotQuery, index: string) {
  const pairs: { before: Explained; after: Explained }[] = [];
  for (const statement of await sentBy(query)) {
    pairs.push({ before: await best(statement, index), after: await best(statement) });
  }
  const [dearest] = pairs.sort((a, b) => b.before.milliseconds - a.before.milliseconds);
  if (!dearest) throw new Error('nothing is sent');
  return dearest;
}

/** What is wrong with the plan of a statement; null: nothing. */
function fault(explained: Explained, { mayRead = 0 }: HotQuery): string | null {
  const large = explained.rowsRead.filter(({ table }) => largeTables.includes(table));
  const read = large.reduce((sum, { rows }) => sum + rows, 0);
  const most = ROWS_FOR_ONE * explained.rowsReturned + ROWS_BESIDES + mayRead;
  const scanned = explained.scannedTables.filter((table) => largeTables.includes(table));
  if (scanned.length > 0 && (mayRead === 0 || read > most))
    return `reads all of ${scanned.join(', ')}`;
  return read > most ? `reads ${read} rows for ${explained.rowsReturned}` : null;
}

describe('with a million attempts', () => {
  it('whatever the product asks is found by an index, and a page reads little more than it shows', async () => {
    const faults: string[] = [];
    /** What was first sent under each name: the more usual values. */
    const usual = new Map<string, SentQuery>();
    for (const [name, query] of Object.entries(queries)) {
      const sent = await sentBy(query);
      if (sent.length === 0) faults.push(`${name}: sends nothing`);
      for (const statement of sent) {
        const label = statement.name ?? statement.text.replace(/\s+/g, ' ');
        const atFirst = fault(await explain(owner, statement), query);
        if (atFirst !== null) faults.push(`${name}: ${atFirst}: ${label}`);
        if (statement.name === null) continue;
        const before = usual.get(statement.name) ?? statement;
        usual.set(statement.name, before);
        const settled = fault(await explain(owner, statement, { before }), query);
        if (settled !== null) faults.push(`${name}: ${settled} once settled: ${label}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('each index of a list saves most of what its list would cost without it', async () => {
    const rows: Record<string, unknown> = {};
    for (const [index, name] of Object.entries(NEEDED_BY)) {
      const query = queries[name];
      if (query === undefined) throw new Error(`there is no query "${name}"`);
      const { before, after } = await gain(query, index);
      const saved = 1 - after.milliseconds / before.milliseconds;
      rows[index] = {
        ...{ for: name, 'ms before': before.milliseconds, 'ms after': after.milliseconds },
        ...{ 'pages before': before.blocks, 'pages after': after.blocks },
        saved: `${Math.round(100 * saved)} %`,
      };
      expect.soft(saved, index).toBeGreaterThan(0.7);
    }
    process.stdout.write(`${inspect(rows, { breakLength: 200 })}\n`);
  }, 60_000);
});
