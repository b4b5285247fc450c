import { z } from 'zod';
import { importChoicesSchema } from '../../shared/import-choices.js';

const LARGEST_WINDOW = 2000;

const wholeText = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

/** Query strings only carry text, hence the strict digits. */
export const documentQuerySchema = z.strictObject({
  from: wholeText(0, 9_999_999)
    .default(0)
    .meta({ description: 'Index of the first paragraph, from 0' }),
  limit: wholeText(1, LARGEST_WINDOW).default(500),
});
export type DocumentQuery = z.infer<typeof documentQuerySchema>;

const reviewParagraphSchema = z
  .strictObject({
    index: z.number().int(),
    label: z.string().meta({ description: 'The label that Word’s own numbering shows' }),
    text: z.string(),
    place: z
      .strictObject({ table: z.number().int(), row: z.number().int(), column: z.number().int() })
      .nullable()
      .meta({ description: 'Its cell in a table' }),
    state: z.enum(['used', 'ignored', 'unresolved']).meta({ id: 'ParagraphState' }),
    questionNos: z
      .array(z.number().int())
      .meta({ description: 'Questions read from it, by their numbers in the draft, from 1' }),
    images: z.array(z.uuid()).meta({ description: 'Media ids of the pictures in it' }),
  })
  .meta({ id: 'ReviewParagraph' });

/** A window of a document as it was read. */
export const importDocumentSchema = z
  .strictObject({
    importId: z.uuid(),
    total: z.number().int().meta({ description: 'Paragraphs of the whole document' }),
    choices: importChoicesSchema,
    paragraphs: z.array(reviewParagraphSchema),
  })
  .meta({ id: 'ImportDocument' });
export type ImportDocumentDto = z.infer<typeof importDocumentSchema>;

export const setChoicesSchema = z
  .strictObject({ choices: importChoicesSchema })
  .meta({ id: 'SetChoicesRequest' });
export type SetChoicesRequest = z.infer<typeof setChoicesSchema>;
