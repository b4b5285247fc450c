import { z } from 'zod';

const milliseconds = z.number().nonnegative();

export const queryStatisticsSchema = z
  .strictObject({
    query: z.string().meta({ description: 'The template, with $1, $2 … where the values were' }),
    calls: z.number().int(),
    totalMs: milliseconds,
    meanMs: milliseconds,
    maxMs: milliseconds,
    rows: z.number().int().meta({ description: 'Returned or changed, in all' }),
    blocksRead: z
      .number()
      .int()
      .meta({ description: '8 kB pages looked at, in memory or on disk, in all' }),
  })
  .meta({ id: 'QueryStatistics' });
export type QueryStatisticsDto = z.infer<typeof queryStatisticsSchema>;

export const slowQueriesSchema = z
  .strictObject({
    state: z
      .enum(['AVAILABLE', 'NOT_INSTALLED', 'NOT_LOADED'])
      .meta({ description: 'Whether Postgres counts statements (pg_stat_statements)' }),
    since: z.iso.datetime().nullable().meta({ description: 'When the counting began' }),
    byTotalTime: z.array(queryStatisticsSchema),
    byMeanTime: z.array(queryStatisticsSchema),
  })
  .meta({ id: 'SlowQueries' });
export type SlowQueriesDto = z.infer<typeof slowQueriesSchema>;
