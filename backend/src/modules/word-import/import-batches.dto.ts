import { z } from 'zod';
import { MOST_FILES } from './domain/batch-progress.js';
import { importStateSchema, importSummarySchema } from './word-import.dto.js';

export const createBatchSchema = z
  .strictObject({
    categoryId: z
      .uuid()
      .nullable()
      .optional()
      .meta({ description: 'Given to the quiz of each file' }),
    fileCount: z.number().int().min(1).max(MOST_FILES),
  })
  .meta({ id: 'CreateImportBatchRequest' });
export type CreateBatchRequest = z.infer<typeof createBatchSchema>;

/** 201: uploads may name it for an hour. The job's id is the batch's id. */
export const batchCreatedSchema = z
  .strictObject({
    batchId: z.uuid(),
    jobId: z.uuid(),
    statusUrl: z.string(),
    closesAt: z.iso.datetime().meta({ description: 'Until then it takes uploads' }),
  })
  .meta({ id: 'ImportBatchCreated' });
export type BatchCreatedDto = z.infer<typeof batchCreatedSchema>;

const count = z.number().int();

export const importBatchSchema = z
  .strictObject({
    id: z.uuid(),
    categoryId: z.uuid().nullable(),
    fileCount: count.meta({ description: 'As announced' }),
    state: importStateSchema.meta({ description: 'FAILED when every file failed' }),
    progress: count.min(0).max(100).meta({ description: 'Per cent' }),
    counts: z.strictObject({ PENDING: count, PROCESSING: count, DONE: count, FAILED: count }),
    files: z.array(importSummarySchema).meta({ description: 'In the order they arrived' }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ImportBatch' });
export type ImportBatchDto = z.infer<typeof importBatchSchema>;
