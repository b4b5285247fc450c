import { z } from 'zod';
import { attemptStatusSchema, receiptEntrySchema } from '../attempts.dto.js';

/** A receipt held against what is stored. */
export const receiptCheckSchema = z
  .strictObject({
    receipt: receiptEntrySchema,
    current: z.boolean().meta({ description: 'false: a later receipt of the attempt is in force' }),
    verified: z.boolean().meta({
      description: 'The hash, calculated again from the answers stored for it, is the one issued',
    }),
  })
  .meta({ id: 'ReceiptCheck' });
export type ReceiptCheckDto = z.infer<typeof receiptCheckSchema>;

/** The same for staff, with whose it is. */
export const adminReceiptCheckSchema = receiptCheckSchema
  .extend({
    attempt: z.strictObject({
      id: z.uuid(),
      number: z.number().int(),
      status: attemptStatusSchema,
      quiz: z.strictObject({ id: z.uuid(), title: z.string() }),
    }),
    student: z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() }),
  })
  .meta({ id: 'AdminReceiptCheck' });
export type AdminReceiptCheckDto = z.infer<typeof adminReceiptCheckSchema>;
