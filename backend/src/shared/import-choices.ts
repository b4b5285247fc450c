import { z } from 'zod';

/** Looks that can mark the right answer. */
export const answerLookSchema = z.enum(['bold', 'italic', 'underline', 'highlight', 'colour']);
export type AnswerLook = z.infer<typeof answerLookSchema>;

/**
 * What a teacher tells the Word import about one document; each field left out lets the document speak for
 * itself. A suggested fix is the very same object holding the one field that it would set.
 */
export const importChoicesSchema = z
  .strictObject({
    /** Exactly these looks mark right answers, everywhere; an empty list: looks mark nothing. */
    correctLooks: z.array(answerLookSchema).max(5).optional(),
    /** What the options are, where they carry no letters: bullets, single lines, or numbers. */
    optionsAre: z.enum(['bullets', 'lines', 'numbers']).optional(),
    /** What every question starts with. */
    questionsStartAt: z.enum(['headings', 'numbers', 'bold']).optional(),
    /** Which sign decides where two disagree. */
    trust: z.enum(['answerLine', 'mark', 'answerList', 'looks']).optional(),
    /** Where an answer line stands: before the question it belongs to, or after. */
    answersStand: z.enum(['before', 'after']).optional(),
    /** The column of a table with a question per row that holds the right answer, from 0. */
    correctColumn: z.int().min(0).max(63).optional(),
    /** Paragraphs that are no part of the quiz: indexes in the document, from 0. */
    ignoredParagraphs: z.array(z.int().min(0)).max(5000).optional(),
  })
  .meta({ id: 'ImportChoices' });
export type ImportChoices = z.infer<typeof importChoicesSchema>;
