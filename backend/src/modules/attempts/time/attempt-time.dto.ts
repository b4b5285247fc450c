import { z } from 'zod';
import { momentSchema } from '../../../shared/moment.js';
import { attemptPauseSchema, attemptStatusSchema } from '../attempts.dto.js';

/** The time of an attempt at this moment; also what the event `attempt-time` carries, with what changed. */
export const attemptTimeSchema = z
  .strictObject({
    attemptId: z.uuid(),
    status: attemptStatusSchema,
    remainingSeconds: z
      .number()
      .nullable()
      .meta({ description: 'null: no deadline, or the clock stands still' }),
    paused: attemptPauseSchema.nullable(),
  })
  .meta({ id: 'AttemptTime' });
export type AttemptTimeDto = z.infer<typeof attemptTimeSchema>;

export const adjustmentKindSchema = z
  .enum(['EXTRA_TIME', 'DEADLINE', 'PAUSE', 'RESUME'])
  .meta({ id: 'AdjustmentKind' });
export type AdjustmentKind = z.infer<typeof adjustmentKindSchema>;

/** More time; a request that is repeated adds nothing. */
const moreTime = {
  requestId: z.uuid().meta({ description: 'Drawn by the client; repeat it when sending again' }),
  extraSeconds: z.number().int().min(1).max(86_400),
};

/** Either more time, or a deadline of its own. */
export const adjustTimeSchema = z
  .union([z.strictObject(moreTime), z.strictObject({ deadlineAt: momentSchema })])
  .meta({ id: 'AdjustTimeRequest' });
export type AdjustTimeRequest = z.infer<typeof adjustTimeSchema>;

export const extraTimeSchema = z
  .strictObject(moreTime)
  .meta({ id: 'ExtraTimeRequest', description: 'For every open attempt that has a limit' });
export type ExtraTimeRequest = z.infer<typeof extraTimeSchema>;

export const extraTimeGivenSchema = z
  .strictObject({ attempts: z.number().int().meta({ description: 'How many were given it' }) })
  .meta({ id: 'ExtraTimeGiven' });
