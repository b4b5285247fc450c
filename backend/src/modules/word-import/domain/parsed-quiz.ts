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
  /** What the document says to those who choose it. */
  feedback: contentSchema.nullable(),
});
export type ParsedOption = z.infer<typeof parsedOptionSchema>;

/** What counts as right where there is nothing to choose from: texts, or a number give or take. */
export const parsedAnswerSchema = z.union([
  z.strictObject({ accepted: z.array(z.string()) }),
  z.strictObject({ value: z.number(), tolerance: z.number() }),
]);
export type ParsedAnswer = z.infer<typeof parsedAnswerSchema>;

export const difficulties = ['EASY', 'MEDIUM', 'HARD'] as const;
export type ParsedDifficulty = (typeof difficulties)[number];

export const parsedQuestionSchema = z.strictObject({
  /** As the document shows it: `12`; null when it is not numbered. */
  number: z.string().nullable(),
  type: questionTypeSchema,
  /** A text that it shares with other questions, to be read before the stem. */
  passage: contentSchema.nullable(),
  stem: contentSchema,
  /** Empty where the answer is typed. */
  options: z.array(parsedOptionSchema),
  answer: parsedAnswerSchema.nullable(),
  /** The heading it stands under. */
  section: z.string().nullable(),
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
  description: z.string().nullable(),
  /** By its name, as the document gives it. */
  category: z.string().nullable(),
  difficulty: z.enum(difficulties).nullable(),
  timeLimitSeconds: z.number().int().nullable(),
  questions: z.array(parsedQuestionSchema),
  /** About the document as a whole and text that belongs to no question. */
  diagnostics: z.array(diagnosticSchema),
  media: z.array(parsedMediaSchema),
  paragraphs: z.array(sourceParagraphSchema),
});
export type ParsedQuiz = z.infer<typeof parsedQuizSchema>;
