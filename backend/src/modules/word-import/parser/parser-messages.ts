import { z } from 'zod';
import { parseFailureCodes } from '../domain/parse-failure.js';
import { parsedQuizSchema } from '../domain/parsed-quiz.js';
import { parserStages } from './parse-docx.js';

/** The one JSON value the child writes to its standard output. */
export const parserResultSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), quiz: parsedQuizSchema }),
  z.strictObject({ ok: z.literal(false), code: z.enum(parseFailureCodes), detail: z.string() }),
]);
export type ParserResult = z.infer<typeof parserResultSchema>;

/** A line on the child's file descriptor 3. */
export const parserStageSchema = z.enum(parserStages);

/** File descriptor of the progress lines. */
export const progressDescriptor = 3;
