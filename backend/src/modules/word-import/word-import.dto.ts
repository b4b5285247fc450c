import { z } from 'zod';
import { diagnosticSchema } from '../../shared/diagnostic.js';
import { importChoicesSchema } from '../../shared/import-choices.js';
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

/** The values of this enum, for counting. */
export type ImportState = z.infer<typeof importStateSchema>;

const importErrorSchema = z.strictObject({ code: z.string(), message: z.string() });

/** An upload without what was doubted about it. */
export const importSummarySchema = z
  .strictObject({
    id: z.uuid(),
    batchId: z.uuid().nullable(),
    fileName: z.string(),
    sizeBytes: z.number().int(),
    state: importStateSchema,
    stage: importStageSchema,
    progress: z.number().int().min(0).max(100).meta({ description: 'Per cent' }),
    quizId: z.uuid().nullable(),
    questionCount: z.number().int().nullable(),
    errorCount: z
      .number()
      .int()
      .meta({ description: 'Questions of the quiz, as it is now, that an error holds back' }),
    keptEdits: z
      .number()
      .int()
      .meta({ description: 'Questions that the last reading left as they had been edited' }),
    error: importErrorSchema.nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ImportSummary' });
export type ImportSummaryDto = z.infer<typeof importSummarySchema>;

export const importSchema = importSummarySchema
  .extend({
    choices: importChoicesSchema.meta({ description: 'What you said about the document' }),
    diagnostics: z
      .array(diagnosticSchema)
      .meta({ description: 'Of the document as a whole; those of a question are on the question' }),
  })
  .meta({ id: 'Import' });
export type ImportDto = z.infer<typeof importSchema>;
export const importPageSchema = pageSchema(importSchema).meta({ id: 'ImportPage' });

export const importListQuerySchema = z.strictObject({
  batchId: z.uuid().optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type ImportListQuery = z.infer<typeof importListQuerySchema>;

export const jobSchema = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(['parse-word-file', 'bulk-import-quizzes']),
    state: importStateSchema,
    progress: z.number().int(),
    stage: importStageSchema,
    result: z
      .union([
        z.strictObject({ quizId: z.uuid() }),
        z.strictObject({ quizIds: z.array(z.uuid()) }).meta({ description: 'Of a batch' }),
      ])
      .nullable(),
    error: importErrorSchema.nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Job' });
export type JobDto = z.infer<typeof jobSchema>;
