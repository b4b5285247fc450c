import { isIP } from 'node:net';
import { z } from 'zod';
import { COUNTED_BY, HELD_IN, RULE_NAMES } from '../../throttler/rules.js';

const tally = {
  hits: z.int().meta({ description: 'Requests that the rule was asked about' }),
  violations: z.int().meta({ description: 'Those of them that it refused' }),
};
const ruleName = z.enum(RULE_NAMES);

const ruleSchema = z
  .strictObject({
    name: ruleName,
    countedBy: z.enum(COUNTED_BY),
    limit: z.int(),
    windowSeconds: z.int(),
    heldIn: z.enum(HELD_IN),
    adminsExempt: z.boolean(),
    variable: z.string().meta({ description: 'The environment variable that sets it' }),
    ...tally,
  })
  .meta({ id: 'RateLimitRule' });

const callerSchema = z
  .strictObject({
    rule: ruleName,
    kind: z.enum(['address', 'user', 'account']),
    id: z.string().meta({
      description: 'An address (of IPv6 its /64), a user id, or a digest of the e-mail typed',
    }),
    user: z
      .strictObject({ name: z.string(), email: z.string() })
      .nullable()
      .meta({ description: 'Of kind `user`, while the account exists' }),
    ...tally,
  })
  .meta({ id: 'RateLimitCaller' });

export const rateLimitsSchema = z
  .strictObject({
    enabled: z.boolean().meta({ description: 'False: only failed sign-ins are limited' }),
    shared: z.boolean().meta({
      description: 'False: Redis is away, and this is what one instance knows by itself',
    }),
    hours: z.int().meta({ description: 'How far back `hits` and `violations` go' }),
    rules: z.array(ruleSchema),
    topKeys: z
      .array(callerSchema)
      .meta({ description: 'Refused most often first, then those who ask most' }),
  })
  .meta({ id: 'RateLimits' });
export type RateLimitsDto = z.infer<typeof rateLimitsSchema>;

/** As the list shows it: an address, or the /64 network of an IPv6 one. */
export const resetAddressSchema = z.strictObject({
  address: z
    .string()
    .max(64)
    .refine((text) => isIP(text.replace(/\/64$/, '')) !== 0, 'must be an IP address'),
});
export type ResetAddressRequest = z.infer<typeof resetAddressSchema>;
