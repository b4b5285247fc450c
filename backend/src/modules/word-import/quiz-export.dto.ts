import { z } from 'zod';

const languageSchema = z
  .enum(['en', 'vi'])
  .default('en')
  .meta({ description: 'Of words such as “Answer”; the quiz itself stays as it is' });

export const exportQuizQuerySchema = z.strictObject({
  language: languageSchema,
  version: z
    .enum(['newest', 'published'])
    .default('newest')
    .meta({ description: 'The version that is worked on, or the one that students are given' }),
});
export type ExportQuizQuery = z.infer<typeof exportQuizQuerySchema>;

export const sampleQuerySchema = z.strictObject({ language: languageSchema });
export type SampleQuery = z.infer<typeof sampleQuerySchema>;
