import { z } from 'zod';

export const clientReportCodeSchema = z
  .enum(['BACKUP_CORRUPT', 'JOURNAL_CORRUPT', 'STORAGE_FULL', 'STORAGE_BLOCKED'])
  .meta({ id: 'ClientReportCode' });

const amount = z.number().int().min(0).max(2_147_483_647);

/** Numbers and a code alone: nothing a student wrote or chose can be in it. */
export const clientReportSchema = z
  .strictObject({
    code: clientReportCodeSchema,
    count: amount.meta({
      description: 'Damaged records that were set aside, or answers that could not be kept',
    }),
    sizeBytes: amount.meta({ description: 'Of what was set aside; 0 where nothing was' }),
    schemaVersion: amount.meta({ description: 'Of the records this client writes' }),
  })
  .meta({ id: 'ClientReport' });
export type ClientReport = z.infer<typeof clientReportSchema>;
