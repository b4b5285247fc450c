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

/** What reading a document cost the child. */
export interface ParserUsage {
  /** The most memory it ever had resident. */
  peakMegabytes: number;
  /** Of processor time. */
  cpuSeconds: number;
}

/** The last line there. */
export const usageLine = ({ maxRSS, userCPUTime, systemCPUTime }: NodeJS.ResourceUsage): string =>
  `USED ${maxRSS} ${userCPUTime + systemCPUTime}`;

/** What such a line says, null for every other line. */
export function matchUsage(line: string): ParserUsage | null {
  const [, kilobytes, microseconds] = /^USED (\d+) (\d+)$/.exec(line) ?? [];
  if (kilobytes === undefined || microseconds === undefined) return null;
  return { peakMegabytes: Number(kilobytes) / 1024, cpuSeconds: Number(microseconds) / 1e6 };
}

/** File descriptor of the progress lines. */
export const progressDescriptor = 3;
