import { z } from 'zod';

/** Something that happened, for the open pages of one user. `type` is lower-case words joined by `-`. */
export const userEventSchema = z.strictObject({
  userId: z.uuid(),
  type: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  data: z.record(z.string(), z.unknown()),
});
export type UserEvent = z.infer<typeof userEventSchema>;

/** What one process tells the others. */
export const eventMessageSchema = z.strictObject({
  origin: z.uuid(),
  events: z.array(userEventSchema),
});
