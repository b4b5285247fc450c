import { z } from 'zod';

const countsShape = {
  hits: z.number().int(),
  misses: z.number().int(),
  sets: z.number().int().meta({ description: 'Values stored' }),
  deletes: z
    .number()
    .int()
    .meta({ description: 'Values removed because what they are made of has changed, and by hand' }),
  errors: z.number().int().meta({ description: 'Reads that Redis did not answer' }),
  hitRate: z
    .number()
    .nullable()
    .meta({ description: 'hits / (hits + misses), 0–1; null while nothing was read' }),
};

export const cacheMetricsSchema = z
  .strictObject({
    enabled: z.boolean(),
    rolloutPercent: z.number().int(),
    scope: z.enum(['all', 'process']).meta({
      description:
        'all: of all processes, at most 2 s old; process: of the one that answers, as Redis is away or the cache is off',
    }),
    since: z.iso.datetime().meta({ description: 'When counting began' }),
    connection: z.strictObject({
      state: z.enum(['up', 'down', 'off']),
      since: z.iso.datetime().nullable(),
      lastError: z.string().nullable().meta({ description: 'What went wrong last, also long ago' }),
    }),
    latencyMs: z
      .strictObject({ p50: z.number().nullable(), p95: z.number().nullable() })
      .meta({ description: 'Of asking Redis for a value' }),
    total: z.strictObject(countsShape),
    families: z.array(
      z.strictObject({ name: z.string(), ttlSeconds: z.number().int(), ...countsShape }),
    ),
  })
  .meta({ id: 'CacheMetrics' });
export type CacheMetricsDto = z.infer<typeof cacheMetricsSchema>;

export const cacheFamilyNameSchema = z.string().regex(/^[a-z]+(:[a-z]+)*$/);
