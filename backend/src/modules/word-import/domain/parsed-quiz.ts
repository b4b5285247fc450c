import { z } from 'zod';
import { contentSchema } from '../../../shared/content.js';
import { diagnosticSchema } from '../../../shared/diagnostic.js';
import { questionTypeSchema } from '../../../shared/question-type.js';
import { fileMimes, shownMimes } from './source-document.js';

export const parsedOptionSchema = z.strictObject({
  /** As the document shows it, without punctuation: `A`, `b`, `3`; empty when it shows none. */
  label: z.string(),
  content: contentSchema,
  correct: z.boolean(),
});
export type ParsedOption = z.infer<typeof parsedOptionSchema>;

export const parsedQuestionSchema = z.strictObject({
  /** As the document shows it: `12`; null when it is not numbered. */
  number: z.string().nullable(),
  type: questionTypeSchema,
  stem: contentSchema,
  /** For a short answer: the accepted answers, all of them correct. */
  options: z.array(parsedOptionSchema),
  points: z.number().nullable(),
  explanation: contentSchema.nullable(),
  /** Indexes of the source paragraphs it was read from. */
  paragraphs: z.array(z.number().int()),
  /** `paragraph` is an index into the document's paragraphs, `questionNo` the position from 1. */
  diagnostics: z.array(diagnosticSchema),
});
export type ParsedQuestion = z.infer<typeof parsedQuestionSchema>;

export const parsedMediaSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.enum([...shownMimes, ...fileMimes]),
  /** Pixels. */
  width: z.number().int(),
  height: z.number().int(),
  base64: z.string(),
});

export const sourceParagraphSchema = z.strictObject({
  index: z.number().int(),
  /** The label Word's own numbering shows, or the empty string. */
  label: z.string(),
  text: z.string(),
  /** Its cell, when it stands in a table. */
  place: z
    .strictObject({ table: z.number().int(), row: z.number().int(), column: z.number().int() })
    .optional(),
  /** SHA-256 (hex) of the pictures in it, when it has any that can be shown. */
  images: z.array(z.string()).optional(),
});
export type SourceParagraph = z.infer<typeof sourceParagraphSchema>;

export const parsedQuizSchema = z.strictObject({
  title: z.string().nullable(),
  questions: z.array(parsedQuestionSchema),
  /** About the document as a whole and text that belongs to no question. */
  diagnostics: z.array(diagnosticSchema),
  media: z.array(parsedMediaSchema),
  paragraphs: z.array(sourceParagraphSchema),
});
export type ParsedQuiz = z.infer<typeof parsedQuizSchema>;
