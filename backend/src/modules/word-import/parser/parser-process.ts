import { Buffer } from 'node:buffer';
import { spawn, type ChildProcess } from 'node:child_process';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { yieldToOthers } from '../../../lifecycle/yield-to-others.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import { ParseFailure } from '../domain/parse-failure.js';
import type { ParsedQuiz } from '../domain/parsed-quiz.js';
import { withoutNetwork } from './network-isolation.js';
import type { ParserStage } from './parse-docx.js';
import {
  matchUsage,
  parserResultSchema,
  parserStageSchema,
  progressDescriptor,
  type ParserResult,
  type ParserUsage,
} from './parser-messages.js';
import { readUsage } from './process-usage.js';

export interface ParserOptions {
  /** What the teacher said about the document. */
  choices?: ImportChoices;
  /** Of processor time; fifteen times as long by the clock. */
  timeoutSeconds?: number;
  /** Resident memory of the child, not only its heap. */
  memoryMegabytes?: number;
  onProgress?: (stage: ParserStage) => void;
  /** Told once, when the child has come to its own end. */
  onUsage?: (usage: ParserUsage) => void;
  /** Ends the child; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** The compiled child; by default the one beside this file. */
  childPath?: string;
}

const defaultChildPath = fileURLToPath(new URL('./parser-child.js', import.meta.url));
const usagePollMilliseconds = 100;
/** A child may wait for its turn on a crowded machine, where others go first, but not for ever. */
const clockSecondsPerProcessorSecond = 15;
/** What V8's heap may take of all: the rest is the runtime itself and buffers. */
const heapShare = 0.62;
const largestOutputBytes = 256 * 1024 * 1024;
const keptErrorCharacters = 4000;

function start(childPath: string, memoryMegabytes: number): ChildProcess {
  const heap = Math.floor(memoryMegabytes * heapShare);
  const flags = [
    `--max-old-space-size=${heap}`,
    '--max-semi-space-size=8',
    '--permission',
    '--allow-fs-read=*',
    '--no-warnings',
  ];
  const [command, ...args] = [...withoutNetwork(), execPath, ...flags, childPath];
  const child = spawn(command ?? execPath, args, {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid !== undefined) yieldToOthers(child.pid);
  return child;
}

/** Watches one child: the first reason to end it is the one reported. */
class Guard {
  reason: Error | null = null;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly child: ChildProcess,
    { timeoutSeconds = 20, memoryMegabytes = 256, signal }: ParserOptions,
  ) {
    const clockMilliseconds = timeoutSeconds * clockSecondsPerProcessorSecond * 1000;
    const late = (): void => this.end(timedOut(clockMilliseconds / 1000));
    const check = (): void => void this.checkUsage(timeoutSeconds, memoryMegabytes);
    this.timers.push(setTimeout(late, clockMilliseconds));
    this.timers.push(setInterval(check, usagePollMilliseconds));
    const abort = (): void => this.end(signal?.reason as Error);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    child.once('close', () => {
      for (const timer of this.timers) clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    });
  }

  end(reason: Error): void {
    this.reason ??= reason;
    this.child.kill('SIGKILL');
  }

  private async checkUsage(timeoutSeconds: number, memoryMegabytes: number): Promise<void> {
    const used = await readUsage(this.child.pid ?? 0);
    if (used === null) return;
    if (used.residentMegabytes > memoryMegabytes) {
      const detail = `${Math.round(used.residentMegabytes)} MB resident`;
      this.end(new ParseFailure('DOC_MEMORY', detail));
    }
    if (used.cpuSeconds > timeoutSeconds) this.end(timedOut(timeoutSeconds));
  }
}

const timedOut = (seconds: number): ParseFailure =>
  new ParseFailure('DOC_TIMEOUT', `more than ${seconds} s`);

async function collect(stream: Readable, onTooMuch: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestOutputBytes) onTooMuch();
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The choices on a line of their own, then the document. */
function feed(stdin: Writable, choices: ImportChoices, bytes: Buffer): void {
  // A child that ends early closes its input; why it ended is told by its exit, not by this.
  stdin.on('error', () => undefined);
  stdin.write(`${JSON.stringify(choices)}\n`);
  stdin.end(bytes);
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? String(code)));
  });
}

function readResult(output: Buffer, exit: string, errors: string): ParserResult {
  const outOfMemory = /heap out of memory|Array buffer allocation failed/i.test(errors);
  if (outOfMemory) throw new ParseFailure('DOC_MEMORY', 'heap');
  if (exit !== '0') throw new ParseFailure('PARSER_CRASHED', `exit ${exit}: ${errors}`);
  try {
    return parserResultSchema.parse(JSON.parse(output.toString('utf8')));
  } catch (error) {
    throw new ParseFailure('PARSER_CRASHED', 'unreadable result', { cause: error });
  }
}

/**
 * Parses a .docx in a process of its own: no environment, no network, no writing, limited processor time
 * (20 s) and memory (256 MB). Every end is a quiz or a coded failure. @throws ParseFailure with the reader's codes,
 * DOC_TIMEOUT, DOC_MEMORY or PARSER_CRASHED; the signal's reason when aborted
 */
export async function runParser(bytes: Buffer, options: ParserOptions = {}): Promise<ParsedQuiz> {
  const child = start(options.childPath ?? defaultChildPath, options.memoryMegabytes ?? 256);
  const guard = new Guard(child, options);
  const { stdin, stdout, stderr, stdio } = child;
  if (!stdin || !stdout || !stderr) throw new ParseFailure('PARSER_CRASHED', 'no pipes');
  const stages = createInterface({ input: stdio[progressDescriptor] as Readable });
  stages.on('line', (line) => {
    const stage = parserStageSchema.safeParse(line);
    if (stage.success) options.onProgress?.(stage.data);
    const usage = matchUsage(line);
    if (usage) options.onUsage?.(usage);
  });
  let errors = '';
  stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-keptErrorCharacters);
  });
  const exit = exitOf(child);
  const tooMuch = new ParseFailure('DOC_MEMORY', 'result too large');
  const output = collect(stdout, () => guard.end(tooMuch));
  feed(stdin, options.choices ?? {}, bytes);
  const [ending, result] = await Promise.all([exit, output]).catch((error: unknown) => {
    throw guard.reason ?? new ParseFailure('PARSER_CRASHED', String(error), { cause: error });
  });
  if (guard.reason) throw guard.reason;
  const outcome = readResult(result, ending, errors);
  if (outcome.ok) return outcome.quiz;
  throw new ParseFailure(outcome.code, outcome.detail);
}
