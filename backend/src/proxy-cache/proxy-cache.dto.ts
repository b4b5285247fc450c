import { z } from 'zod';

export const proxyCachePurgedSchema = z
  .strictObject({
    proxies: z.array(z.strictObject({ url: z.string(), purged: z.boolean() })).meta({
      description: 'Every proxy that is known, and whether it has done it; others are asked again',
    }),
  })
  .meta({ id: 'ProxyCachePurged' });
export type ProxyCachePurgedDto = z.infer<typeof proxyCachePurgedSchema>;
