import { Injectable } from '@nestjs/common';
import { isNotInPlace } from '../../database/database-errors.js';
import { Database } from '../../database/database.service.js';
import type { QueryStatisticsDto } from './slow-queries.dto.js';

/** What Postgres has counted since a moment; the database's own role sees no other's statements. */
export interface CountedQueries {
  since: Date;
  byTotalTime: QueryStatisticsDto[];
  byMeanTime: QueryStatisticsDto[];
}

const EXTENSION = `SELECT quote_ident(n.nspname) AS schema FROM pg_extension e
  JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements'`;

const counted = (schema: string, order: 'total_exec_time' | 'mean_exec_time') => `
  SELECT regexp_replace(query, '\\s+', ' ', 'g') AS query, calls::float8 AS calls,
         total_exec_time AS "totalMs", mean_exec_time AS "meanMs", max_exec_time AS "maxMs",
         rows::float8 AS rows, (shared_blks_hit + shared_blks_read)::float8 AS "blocksRead"
  FROM ${schema}.pg_stat_statements
  WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND userid = current_user::regrole
  ORDER BY ${order} DESC LIMIT $1`;

/** Reads what the extension pg_stat_statements counts, where it is there. */
@Injectable()
export class SlowQueriesRepository {
  constructor(private readonly database: Database) {}

  /** The schema of the extension, quoted; null where it is not installed. */
  async findExtension(): Promise<string | null> {
    const statement = { name: 'statements-extension', text: EXTENSION };
    const [found] = await this.database.query<{ schema: string }>(statement);
    return found?.schema ?? null;
  }

  /** The `most` statements that took longest; null where the server was started without the extension. */
  async findCounted(schema: string, most: number): Promise<CountedQueries | null> {
    const top = (name: string, order: Parameters<typeof counted>[1]) =>
      this.database.query<QueryStatisticsDto>({ name, text: counted(schema, order) }, [most]);
    try {
      const [info] = await this.database.query<{ since: Date }>({
        name: 'statements-since',
        text: `SELECT stats_reset AS since FROM ${schema}.pg_stat_statements_info`,
      });
      return {
        since: info?.since ?? new Date(),
        byTotalTime: await top('statements-by-total', 'total_exec_time'),
        byMeanTime: await top('statements-by-mean', 'mean_exec_time'),
      };
    } catch (error) {
      if (isNotInPlace(error)) return null;
      throw error;
    }
  }
}
