import type pg from 'pg';
import type { SentQuery } from './query-recorder.js';

/** How Postgres answered a statement. */
export interface Explained {
  /** Tables that were read from end to end. */
  scannedTables: string[];
  /** Rows looked at in each table, those that did not fit included. */
  rowsRead: { table: string; rows: number }[];
  /** Rows returned, or those that a change was made to. */
  rowsReturned: number;
  /** 8 kB pages looked at. */
  blocks: number;
  milliseconds: number;
}

/** Postgres looks at the values that often before it may plan once for all. */
const PLANS_BEFORE_SETTLING = 6;

interface Answer {
  'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }];
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

interface Circumstances {
  /**
   * As on a connection that has often run what is prepared under this name with the values of this one: Postgres may
   * have settled on one plan for all.
   */
  before?: SentQuery;
  /** As if there were no such index. */
  withoutIndex?: string;
}

/** Runs a statement as it was sent and tells what it took; what it changes is undone. */
export async function explain(
  client: pg.Client,
  query: SentQuery,
  { before, withoutIndex }: Circumstances = {},
): Promise<Explained> {
  const call = ({ values }: SentQuery) =>
    values.length === 0
      ? 'explained'
      : `explained(${values.map((value) => literal(client, value)).join(', ')})`;
  await client.query('BEGIN');
  try {
    if (withoutIndex !== undefined) await client.query(`DROP INDEX ${withoutIndex}`);
    await client.query(`PREPARE explained AS ${query.text}`);
    if (before) {
      for (let n = 0; n < PLANS_BEFORE_SETTLING; n += 1) {
        await client.query(`EXPLAIN EXECUTE ${call(before)}`);
      }
    }
    const { rows } = await client.query<Answer>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE ${call(query)}`,
    );
    const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!explained) throw new Error('no plan');
    return summary(explained.Plan, explained['Execution Time']);
  } finally {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE ALL');
  }
}

function summary(top: PlanNode, milliseconds: number): Explained {
  const nodes = flatten(top);
  return {
    scannedTables: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0)
      .map((node) => node['Relation Name'] ?? ''),
    rowsRead: nodes
      .filter((node) => node['Node Type'].includes('Scan'))
      .flatMap((node) => {
        // What goes through a subquery or comes from a function was read from a table before, or from none.
        const table = node['Relation Name'];
        return table === undefined ? [] : [{ table, rows: rowsOf(node) }];
      }),
    rowsReturned: top['Actual Rows'],
    blocks: top['Shared Hit Blocks'] + top['Shared Read Blocks'],
    milliseconds,
  };
}

function rowsOf(node: PlanNode): number {
  const each =
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return each * node['Actual Loops'];
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

function literal(client: pg.Client, value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return client.escapeLiteral(`{${value.map(element).join(',')}}`);
  if (value instanceof Date) return client.escapeLiteral(value.toISOString());
  return client.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}

function element(value: unknown): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}
