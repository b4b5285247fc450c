import { parseArgs } from 'node:util';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { CacheModule } from './cache/cache.module.js';
import { ConfigModule } from './config/config.module.js';
import { ConfigError, loadSharedConfig } from './config/load-config.js';
import type { SharedConfig } from './config/shared.config.js';
import { isDatabaseUnavailable } from './database/database-errors.js';
import { DatabaseModule } from './database/database.module.js';
import { LoggerModule } from './logger/logger.module.js';
import { createWinston } from './logger/winston.js';
import { AttemptRegradingModule } from './modules/attempts/attempt-regrading.module.js';
import type { GivenKey } from './modules/attempts/domain/corrected-key.js';
import {
  type ChangedResult,
  Regrader,
  RegradeRefused,
  type RegradeReport,
} from './modules/attempts/regrading/regrader.service.js';

const USAGE = `Usage: npm run regrade -- --quiz ID [--dry-run] [--question ID KEY]
KEY is one of: --correct A,C · --accepted "a text" (as often as needed) · --value 3.5 [--tolerance 0.1]`;

@Module({})
class RegradeModule {
  static for(config: SharedConfig): DynamicModule {
    const platform = [
      ConfigModule.for(config),
      LoggerModule.for(createWinston(config, 'regrade')),
      DatabaseModule,
      CacheModule,
    ];
    return { module: RegradeModule, imports: [...platform, AttemptRegradingModule] };
  }
}

const numberSchema = z
  .string()
  .regex(/^-?\d+([.,]\d+)?$/)
  .transform((text) => Number(text.replace(',', '.')));

const argsSchema = z.strictObject({
  quiz: z.uuid(),
  question: z.uuid().optional(),
  'dry-run': z.boolean().default(false),
  correct: z.string().optional(),
  accepted: z.array(z.string().max(2000)).optional(),
  value: numberSchema.optional(),
  tolerance: numberSchema.optional(),
});

interface Order {
  quizId: string;
  correction: { questionId: string; key: GivenKey } | null;
  dryRun: boolean;
}

function parse(args: readonly string[]): unknown {
  const string = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ quiz: string, question: string, correct: string, value: string, tolerance: string },
        accepted: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RegradeRefused(`${USAGE}\n${reason}`);
  }
}

function readOrder(args: readonly string[]): Order {
  const parsed = argsSchema.safeParse(parse(args));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    throw new RegradeRefused(`${USAGE}\n${wrong.join('; ')}`);
  }
  const { quiz, question, correct, accepted, value, tolerance, 'dry-run': dryRun } = parsed.data;
  const given = correct !== undefined || accepted !== undefined || value !== undefined;
  if (given !== (question !== undefined)) {
    throw new RegradeRefused(`${USAGE}\n--question and its key are given together.`);
  }
  const key: GivenKey = {
    ...(correct === undefined ? {} : { letters: correct.split(',').map((text) => text.trim()) }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(value === undefined ? {} : { value }),
    ...(tolerance === undefined ? {} : { tolerance }),
  };
  const correction = question === undefined ? null : { questionId: question, key };
  return { quizId: quiz, correction, dryRun };
}

function describe({ studentName, studentEmail, number, before, after }: ChangedResult): string {
  const verdict = (passed: boolean) => (passed ? 'passed' : 'not passed');
  const points = `${before.score} to ${after.score} of ${after.maxScore} points`;
  const pass =
    before.passed === after.passed
      ? verdict(after.passed)
      : `${verdict(before.passed)} to ${verdict(after.passed)}`;
  return `${studentName} <${studentEmail}>, attempt ${number}: ${points}, ${pass}`;
}

function summary({ title, attempts, changed }: RegradeReport, dryRun: boolean): string {
  const verb = dryRun ? 'would change' : 'changed';
  const last = `"${title}": ${changed.length} of ${attempts} results ${verb}.`;
  const hint = dryRun ? ' Nothing was written.' : '';
  return [...changed.map(describe), `${last}${hint}`].join('\n');
}

async function regrade(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { quizId, correction, dryRun } = readOrder(args);
  const app = await NestFactory.createApplicationContext(RegradeModule.for(loadSharedConfig(env)), {
    logger: false,
    abortOnError: false,
  });
  try {
    return summary(await app.get(Regrader).run(quizId, correction, dryRun), dryRun);
  } finally {
    await app.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof RegradeRefused || error instanceof ConfigError) return error.message;
  if (isDatabaseUnavailable(error)) return 'The database in DATABASE_URL cannot be reached.';
  return `Not all results were graded anew: ${error instanceof Error ? error.message : String(error)}`;
}

/**
 * Corrects the key of a question, where one is given, and grades the closed attempts of a quiz anew, in the database of
 * DATABASE_URL. Never throws: `message` is for the terminal, a line for each result that changes.
 */
export async function runRegrade(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ succeeded: boolean; message: string }> {
  try {
    return { succeeded: true, message: await regrade(args, env) };
  } catch (error) {
    return { succeeded: false, message: explain(error) };
  }
}
