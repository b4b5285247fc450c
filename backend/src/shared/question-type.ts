import { z } from 'zod';

export const questionTypeSchema = z
  .enum(['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC'])
  .meta({ id: 'QuestionType' });
export type QuestionType = z.infer<typeof questionTypeSchema>;
