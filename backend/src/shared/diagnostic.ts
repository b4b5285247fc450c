import { z } from 'zod';

/** Something the Word import doubts, beside its source. Codes are stable; messages are for teachers. */
export const diagnosticSchema = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    paragraph: z.number().int().nullable().meta({ description: 'Index in the document, from 0' }),
    questionNo: z.number().int().nullable(),
    excerpt: z.string(),
    message: z.string(),
  })
  .meta({ id: 'Diagnostic' });
export type Diagnostic = z.infer<typeof diagnosticSchema>;
