// First of all: what follows must not reach the network.
import './deny-network.js';
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { resourceUsage, stdin, stdout } from 'node:process';
import { type ImportChoices, importChoicesSchema } from '../../../shared/import-choices.js';
import { ParseFailure } from '../domain/parse-failure.js';
import { jsonParts } from './json-parts.js';
import { parseDocx, type ParserStage } from './parse-docx.js';
import { progressDescriptor, usageLine, type ParserResult } from './parser-messages.js';

/**
 * The process that reads an untrusted document: a line of choices and the document's bytes in, one JSON value out,
 * nothing else.
 */

function report(stage: ParserStage): void {
  writeSync(progressDescriptor, `${stage}\n`);
}

async function readInput(): Promise<{ choices: ImportChoices; bytes: Buffer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  const input = Buffer.concat(chunks);
  const end = input.indexOf('\n');
  const choices: unknown = JSON.parse(input.subarray(0, end).toString('utf8'));
  return { choices: importChoicesSchema.parse(choices), bytes: input.subarray(end + 1) };
}

/** Piece by piece: a large quiz as one string would cost its memory three times over. */
async function writeResult(result: ParserResult): Promise<void> {
  for (const part of jsonParts(result)) {
    if (!stdout.write(part)) await once(stdout, 'drain');
  }
  stdout.end();
}

async function parse(): Promise<ParserResult> {
  try {
    const { choices, bytes } = await readInput();
    return { ok: true, quiz: await parseDocx(bytes, report, choices) };
  } catch (error) {
    if (error instanceof ParseFailure) {
      return { ok: false, code: error.code, detail: error.detail };
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, code: 'PARSER_CRASHED', detail };
  }
}

await writeResult(await parse());
writeSync(progressDescriptor, `${usageLine(resourceUsage())}\n`);
