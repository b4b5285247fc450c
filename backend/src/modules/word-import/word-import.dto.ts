import { z } from 'zod';
import { diagnosticSchema } from '../../shared/diagnostic.js';
import { cursorSchema, limitSchema, pageSchema } from '../../shared/pagination.js';

export const importStateSchema = z
  .enum(['PENDING', 'PROCESSING', 'DONE', 'FAILED'])
  .meta({ id: 'ImportState' });
export const importStageSchema = z
  .enum(['UPLOADED', 'READING', 'RECOGNISING', 'SAVING', 'READY'])
  .meta({ id: 'ImportStage' });
export type ImportStage = z.infer<typeof importStageSchema>;

/** 202: stored and sure to be worked on. The job's id is the import's id. */
export const importAcceptedSchema = z
  .strictObject({ importId: z.uuid(), jobId: z.uuid(), statusUrl: z.string() })
  .meta({ id: 'ImportAccepted' });
export type ImportAcceptedDto = z.infer<typeof importAcceptedSchema>;

const importErrorSchema = z.strictObject({ code: z.string(), message: z.string() });

export const importSchema = z
  .strictObject({
    id: z.uuid(),
    fileName: z.string(),
    sizeBytes: z.number().int(),
    state: importStateSchema,
    stage: importStageSchema,
    progress: z.number().int().min(0).max(100).meta({ description: 'Per cent' }),
    quizId: z.uuid().nullable(),
    questionCount: z.number().int().nullable(),
    error: importErrorSchema.nullable(),
    diagnostics: z
      .array(diagnosticSchema)
      .meta({ description: 'Of the document as a whole; those of a question are on the question' }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Import' });
export type ImportDto = z.infer<typeof importSchema>;
export const importPageSchema = pageSchema(importSchema).meta({ id: 'ImportPage' });

export const importListQuerySchema = z.strictObject({ cursor: cursorSchema, limit: limitSchema });
export type ImportListQuery = z.infer<typeof importListQuerySchema>;

export const jobSchema = z
  .strictObject({
    id: z.uuid(),
    kind: z.literal('parse-word-file'),
    state: importStateSchema,
    progress: z.number().int(),
    stage: importStageSchema,
    result: z.strictObject({ quizId: z.uuid() }).nullable(),
    error: importErrorSchema.nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Job' });
export type JobDto = z.infer<typeof jobSchema>;
