import { z } from 'zod';

const serviceSchema = z.strictObject({
  status: z.enum(['up', 'down', 'off']),
  latencyMs: z.number().nullable(),
});

/** Of the connections for one purpose; since when it is so. */
const connectionSchema = z.strictObject({
  status: z.enum(['up', 'down', 'off']),
  since: z.iso.datetime(),
});

export const healthSchema = z
  .strictObject({
    status: z.enum(['healthy', 'degraded', 'unhealthy']),
    uptimeSeconds: z.number().int(),
    services: z.strictObject({ database: serviceSchema, cache: serviceSchema }),
    redis: z.strictObject({
      cache: connectionSchema,
      limits: connectionSchema,
      events: connectionSchema,
      queue: connectionSchema,
    }),
  })
  .meta({ id: 'Health' });
export type HealthDto = z.infer<typeof healthSchema>;
