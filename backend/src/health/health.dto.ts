import { z } from 'zod';

const serviceSchema = z.strictObject({
  status: z.enum(['up', 'down', 'off']),
  latencyMs: z.number().nullable(),
});

export const healthSchema = z
  .strictObject({
    status: z.enum(['healthy', 'degraded', 'unhealthy']),
    uptimeSeconds: z.number().int(),
    services: z.strictObject({ database: serviceSchema, cache: serviceSchema }),
  })
  .meta({ id: 'Health' });
export type HealthDto = z.infer<typeof healthSchema>;
