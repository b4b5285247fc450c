import type { Buffer } from 'node:buffer';
import type { ImportChoices } from '../../../shared/import-choices.js';
import type { ParsedQuiz } from '../domain/parsed-quiz.js';
import { readQuiz } from '../domain/read-quiz.js';
import { readDocx } from '../reader/read-docx.js';

export const parserStages = ['READING', 'RECOGNISING'] as const;
export type ParserStage = (typeof parserStages)[number];

/**
 * The whole parser in this process: bytes of a .docx to a quiz. For untrusted files use `runParser`,
 * which does this in a process that can be killed. @throws ParseFailure
 */
export async function parseDocx(
  bytes: Buffer,
  onStage: (stage: ParserStage) => void = () => undefined,
  choices: ImportChoices = {},
): Promise<ParsedQuiz> {
  onStage('READING');
  const document = await readDocx(bytes);
  onStage('RECOGNISING');
  return readQuiz(document, choices);
}
