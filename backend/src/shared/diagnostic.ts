import { z } from 'zod';
import { importChoicesSchema } from './import-choices.js';

/** Something the Word import doubts, beside its source. Codes are stable; messages are for teachers. */
export const diagnosticSchema = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    paragraph: z.number().int().nullable().meta({ description: 'Index in the document, from 0' }),
    paraId: z.string().nullable().meta({ description: 'The id Word itself gave the paragraph' }),
    questionNo: z.number().int().nullable(),
    excerpt: z.string(),
    message: z.string(),
    /** Says more than the code; stable too, with its values in `noteValues` for translation. */
    note: z.string().nullable(),
    noteValues: z.record(z.string(), z.string()),
    suggestedFix: importChoicesSchema.nullable(),
  })
  .meta({ id: 'Diagnostic' });
export type Diagnostic = z.infer<typeof diagnosticSchema>;
