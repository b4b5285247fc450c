import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { WorkerConfig } from '../../config/worker.config.js';
import { Database, type Transaction } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { runInContext } from '../../logger/request-context.js';
import { AppError } from '../../shared/app-error.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import { CatalogueCommands, type NewDraft } from '../catalogue/catalogue.api.js';
import { draftFromParsed } from './domain/draft-from-parsed.js';
import { ParseFailure } from './domain/parse-failure.js';
import type { ParsedQuiz } from './domain/parsed-quiz.js';
import { withUnknownCategory } from './domain/unknown-category.js';
import { type ImportRun, ImportRunsRepository, MAX_TRIES } from './import-runs.repository.js';
import type { ParserUsage } from './parser/parser-messages.js';
import { runParser } from './parser/parser-process.js';
import type { ImportStage } from './word-import.dto.js';
import { quizNotDraft, quizRemoved } from './word-import.errors.js';

const PROGRESS: Record<ImportStage, number> = {
  UPLOADED: 0,
  READING: 15,
  RECOGNISING: 60,
  SAVING: 85,
  READY: 100,
};

const rounded = ({ peakMegabytes, cpuSeconds }: ParserUsage) => ({
  peakMegabytes: Math.round(peakMegabytes),
  cpuMs: Math.round(cpuSeconds * 1000),
});

/** Tens of thousands of questions on a busy machine are not written in a moment. */
const SAVING_SECONDS = 60;

/** Files read at once: a processor is left to those who wait for an answer of the API. */
const PARSERS = Math.max(1, availableParallelism() - 1);

/** The run was taken over by another worker, which will finish it: roll back and say nothing. */
class RunLost extends Error {}

/** Turns one uploaded file into one draft quiz, and reads it anew into the same quiz when its owner says more. */
@Injectable()
export class ImportRunner {
  private readonly parsers = pLimit(PARSERS);

  constructor(
    private readonly runs: ImportRunsRepository,
    private readonly catalogue: CatalogueCommands,
    private readonly database: Database,
    private readonly config: WorkerConfig,
    private readonly logger: AppLogger,
  ) {}

  /** Does nothing when another worker has the import or it is finished. `signal` hands it back unfinished. */
  async run(importId: string, signal: AbortSignal): Promise<void> {
    const run = await this.runs.claim(importId, this.config.imports.staleSeconds);
    if (run === null) return;
    const context = { requestId: run.requestId ?? randomUUID(), jobId: importId };
    await runInContext(context, () => this.workOff(run, signal));
  }

  private async workOff(run: ImportRun, signal: AbortSignal): Promise<void> {
    const begin = performance.now();
    try {
      const quiz = await this.parse(run, signal);
      if (quiz.questions.length === 0) {
        await this.failAsNoQuiz(run, quiz);
        return;
      }
      const quizId = await this.save(run, quiz);
      const durationMs = Math.round(performance.now() - begin);
      const questions = quiz.questions.length;
      this.logger.info('import done', { importId: run.id, quizId, questions, durationMs });
    } catch (error) {
      await this.settle(run, error, signal);
    }
  }

  private async parse(run: ImportRun, signal: AbortSignal): Promise<ParsedQuiz> {
    const lost = new AbortController();
    const beat = setInterval(
      () => void this.showLife(run, lost),
      (this.config.imports.staleSeconds * 1000) / 3,
    );
    try {
      const ended = AbortSignal.any([signal, lost.signal]);
      return await this.parsers(() => {
        ended.throwIfAborted();
        return runParser(run.bytes, {
          choices: run.choices,
          timeoutSeconds: this.config.imports.timeoutSeconds,
          memoryMegabytes: this.config.imports.memoryMegabytes,
          signal: ended,
          onProgress: (stage) => void this.showLife(run, lost, stage),
          onUsage: (usage) =>
            this.logger.info('import parsed', { importId: run.id, ...rounded(usage) }),
        });
      });
    } finally {
      clearInterval(beat);
    }
  }

  private async showLife(
    run: ImportRun,
    lost: AbortController,
    stage?: ImportStage,
  ): Promise<void> {
    try {
      const ours = await this.runs.beat(run, stage, stage && PROGRESS[stage]);
      if (!ours) lost.abort(new RunLost());
    } catch (error) {
      // A missed beat costs nothing unless it goes on; then another worker takes over.
      this.logger.warn('import beat missed', { importId: run.id, reason: String(error) });
    }
  }

  private async save(run: ImportRun, quiz: ParsedQuiz): Promise<string> {
    await this.runs.beat(run, 'SAVING', PROGRESS.SAVING);
    const draft = draftFromParsed(quiz, run.id, run.fileName);
    return this.database.transaction(
      async (tx) => {
        const { categoryId, diagnostics } = await this.findCategory(tx, run, quiz);
        const found = { ...quiz, diagnostics, questionCount: quiz.questions.length };
        if (!(await this.runs.finish(tx, run, found))) throw new RunLost();
        const made = await this.write(tx, run, { ...draft, categoryId });
        await this.runs.linkQuiz(tx, run.id, made);
        return made.quizId;
      },
      { timeoutSeconds: SAVING_SECONDS },
    );
  }

  /** What was chosen at the upload, else what the document names: documents make no category of their own. */
  private async findCategory(
    tx: Transaction,
    { categoryId }: ImportRun,
    quiz: ParsedQuiz,
  ): Promise<{ categoryId: string | null; diagnostics: Diagnostic[] }> {
    const { category: name, diagnostics } = quiz;
    if (categoryId !== null || !name?.trim()) return { categoryId, diagnostics };
    const found = await this.catalogue.findCategory(tx, name);
    return {
      categoryId: found,
      diagnostics: found === null ? withUnknownCategory(name, quiz) : diagnostics,
    };
  }

  /** A first reading makes a quiz; a later one replaces what the former read. */
  private async write(
    tx: Transaction,
    run: ImportRun,
    draft: Omit<NewDraft, 'ownerId'>,
  ): Promise<{ quizId: string; keptEdits: number }> {
    if (run.quizId === null) {
      const quizId = await this.catalogue.createDraft(tx, { ...draft, ownerId: run.ownerId });
      return { quizId, keptEdits: 0 };
    }
    const state = await this.catalogue.lockDraft(tx, run.quizId);
    if (state === 'gone') throw quizRemoved();
    if (state === 'not-draft') throw quizNotDraft();
    const keptEdits = await this.catalogue.rereadDraft(tx, run.quizId, run.id, draft);
    return { quizId: run.quizId, keptEdits };
  }

  private async failAsNoQuiz(run: ImportRun, quiz: ParsedQuiz): Promise<void> {
    const told = quiz.diagnostics.find(({ code }) => code === 'NOT_A_QUIZ');
    const message = told?.message ?? 'No questions were found in this document.';
    await this.runs.fail(run, { code: 'NOT_A_QUIZ', message }, quiz);
    this.logger.info('import found no quiz', { importId: run.id });
  }

  private async settle(run: ImportRun, error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof RunLost) {
      this.logger.warn('import taken over by another worker', { importId: run.id });
      return;
    }
    if (signal.aborted) {
      await this.runs.release(run, { forgiven: true });
      return;
    }
    if (error instanceof AppError) {
      await this.fail(run, { code: error.code, message: error.detail }, error);
      return;
    }
    const isOurFault = !(error instanceof ParseFailure) || error.code === 'PARSER_CRASHED';
    if (isOurFault && run.tries < MAX_TRIES) {
      await this.runs.release(run, { forgiven: false });
      throw error;
    }
    const { code, message } =
      error instanceof ParseFailure ? error : new ParseFailure('PARSER_CRASHED', String(error));
    await this.fail(run, { code, message }, error);
  }

  private async fail(
    run: ImportRun,
    told: { code: string; message: string },
    error: unknown,
  ): Promise<void> {
    await this.runs.fail(run, told, null);
    this.logger.warn('import failed', {
      importId: run.id,
      code: told.code,
      reason: String(error),
    });
  }
}
