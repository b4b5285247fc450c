import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Transaction } from '../../database/database.service.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import type { ImportChoices } from '../../shared/import-choices.js';
import type { SourceParagraph } from './domain/parsed-quiz.js';
import type { ImportStage } from './word-import.dto.js';

/** How often an import is begun at most; a worker that dies counts as a try. */
export const MAX_TRIES = 3;

/** A window of the document is read from few rows, however long the document is. */
const PARAGRAPHS_PER_ROW = 1000;

interface Found {
  diagnostics: Diagnostic[];
  paragraphs: SourceParagraph[];
}

/** What a worker holds once it has claimed an import. Later steps name `run`: a claim taken over is void. */
export interface ImportRun {
  id: string;
  run: number;
  tries: number;
  ownerId: string;
  categoryId: string | null;
  fileName: string;
  requestId: string | null;
  /** Of an earlier reading: the quiz whose questions this one replaces. */
  quizId: string | null;
  choices: ImportChoices;
  bytes: Buffer;
}

interface ClaimRow {
  id: string;
  run: number;
  tries: number;
  owner_id: string;
  category_id: string | null;
  file_name: string;
  request_id: string | null;
  quiz_id: string | null;
  choices: ImportChoices;
  bytes: Buffer;
}

const CLAIM = {
  name: 'import-claim',
  text: `WITH claimed AS (
    UPDATE imports SET state = 'PROCESSING', stage = 'READING', progress = 5, run = run + 1,
           tries = tries + 1, beat = now()
    WHERE id = $1 AND tries < $2
      AND (state = 'PENDING' OR state = 'PROCESSING' AND beat < now() - make_interval(secs => $3))
    RETURNING id, run, tries, owner_id, category_id, file_name, request_id, quiz_id, choices)
  SELECT c.*, f.bytes FROM claimed c JOIN import_files f ON f.import_id = c.id`,
};
const BEAT = {
  name: 'import-beat',
  text: `UPDATE imports SET beat = now(), stage = coalesce($3, stage), progress = coalesce($4, progress)
         WHERE id = $1 AND run = $2 AND state = 'PROCESSING' RETURNING id`,
};
const FAIL = `UPDATE imports SET state = 'FAILED', error_code = $3, error_message = $4,
    diagnostics = coalesce($5::jsonb, diagnostics), finished_at = now()
  WHERE id = $1::uuid AND run = $2 AND state = 'PROCESSING' RETURNING id`;
const RELEASE = {
  name: 'import-release',
  text: `UPDATE imports SET state = 'PENDING', stage = 'UPLOADED', progress = 0, tries = tries - $3
         WHERE id = $1 AND run = $2 AND state = 'PROCESSING' RETURNING id`,
};
const FINISH = `UPDATE imports SET state = 'DONE', stage = 'READY', progress = 100, finished_at = now(),
    question_count = $3, diagnostics = $4::jsonb, error_code = NULL, error_message = NULL
  WHERE id = $1::uuid AND run = $2 AND state = 'PROCESSING' RETURNING id`;
const WRITE_TEXTS = `INSERT INTO import_texts (import_id, start, paragraphs)
  SELECT $1::uuid, start, paragraphs
  FROM jsonb_to_recordset($2::jsonb) AS t(start int, paragraphs jsonb) RETURNING start`;
const IS_DUE = `tries < $1 AND (state = 'PENDING' AND i.created_at < now() - make_interval(secs => $3)
            OR state = 'PROCESSING' AND i.beat < now() - make_interval(secs => $2))`;
const DUE = {
  name: 'imports-due',
  text: `SELECT id FROM imports i WHERE batch_id IS NULL AND ${IS_DUE} ORDER BY created_at LIMIT 50`,
};
const DUE_BATCHES = {
  name: 'import-batches-due',
  text: `SELECT DISTINCT b.id FROM imports i JOIN import_batches b ON b.id = i.batch_id
         WHERE (b.beat IS NULL OR b.beat < now() - make_interval(secs => $2)) AND ${IS_DUE} LIMIT 50`,
};
const GIVE_UP = {
  name: 'imports-give-up',
  text: `UPDATE imports SET state = 'FAILED', error_code = 'IMPORT_GAVE_UP', finished_at = now(),
           error_message = 'The document could not be worked off after several tries.'
         WHERE tries >= $1 AND (state = 'PENDING' OR state = 'PROCESSING' AND beat < now() - make_interval(secs => $2))
         RETURNING id`,
};

/**
 * The state of imports as workers move it. Each step names the run that makes it, so that a worker which was
 * thought dead cannot finish what another has taken over. All times are the database's.
 */
@Injectable()
export class ImportRunsRepository {
  constructor(private readonly database: Database) {}

  /** Takes an import that waits or whose worker fell silent; null when there is nothing to do. */
  async claim(id: string, staleSeconds: number): Promise<ImportRun | null> {
    const [row] = await this.database.query<ClaimRow>(CLAIM, [id, MAX_TRIES, staleSeconds]);
    if (row === undefined) return null;
    return {
      id: row.id,
      run: row.run,
      tries: row.tries,
      ownerId: row.owner_id,
      categoryId: row.category_id,
      fileName: row.file_name,
      requestId: row.request_id,
      quizId: row.quiz_id,
      choices: row.choices,
      bytes: row.bytes,
    };
  }

  /** Shows life, and where it is; false when the run is no longer ours. */
  async beat(run: ImportRun, stage?: ImportStage, progress?: number): Promise<boolean> {
    const values = [run.id, run.run, stage ?? null, progress ?? null];
    return (await this.database.query(BEAT, values)).length > 0;
  }

  /** Ends the run without a quiz; `found` is what was read, null when nothing could be. */
  async fail(
    run: ImportRun,
    error: { code: string; message: string },
    found: Found | null,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const diagnostics = found && JSON.stringify(found.diagnostics);
      const values = [run.id, run.run, error.code, error.message, diagnostics];
      if ((await tx.query(FAIL, values)).length === 0) return false;
      if (found !== null) await this.writeTexts(tx, run.id, found.paragraphs);
      return true;
    });
  }

  /** Hands the import back to wait; `forgiven` when the try was not the file's fault. */
  async release(run: ImportRun, { forgiven }: { forgiven: boolean }): Promise<void> {
    await this.database.query(RELEASE, [run.id, run.run, forgiven ? 1 : 0]);
  }

  /** First change of the committing transaction; false means another run owns the import: roll back. */
  async finish(
    tx: Transaction,
    run: ImportRun,
    found: Found & { questionCount: number },
  ): Promise<boolean> {
    const { questionCount, diagnostics, paragraphs } = found;
    const values = [run.id, run.run, questionCount, JSON.stringify(diagnostics)];
    if ((await tx.query(FINISH, values)).length === 0) return false;
    await this.writeTexts(tx, run.id, paragraphs);
    return true;
  }

  async linkQuiz(
    tx: Transaction,
    importId: string,
    made: { quizId: string; keptEdits: number },
  ): Promise<void> {
    await tx.prisma.import.update({ where: { id: importId }, data: made });
  }

  private async writeTexts(
    tx: Transaction,
    importId: string,
    paragraphs: SourceParagraph[],
  ): Promise<void> {
    await tx.prisma.importText.deleteMany({ where: { importId } });
    const texts = [];
    for (let start = 0; start < paragraphs.length; start += PARAGRAPHS_PER_ROW) {
      texts.push({ start, paragraphs: paragraphs.slice(start, start + PARAGRAPHS_PER_ROW) });
    }
    await tx.query(WRITE_TEXTS, [importId, JSON.stringify(texts)]);
    const paragraphCount = paragraphs.length;
    await tx.prisma.import.update({ where: { id: importId }, data: { paragraphCount } });
  }

  /** Imports that no queue entry will bring: waiting for `waitedSeconds`, or left by a worker that died. */
  findDue(staleSeconds: number, waitedSeconds: number): Promise<string[]> {
    return this.listIds(DUE, [MAX_TRIES, staleSeconds, waitedSeconds]);
  }

  /** Batches with such imports that no job works on. */
  findDueBatches(staleSeconds: number, waitedSeconds: number): Promise<string[]> {
    return this.listIds(DUE_BATCHES, [MAX_TRIES, staleSeconds, waitedSeconds]);
  }

  /** Fails what has used up its tries; returns their ids. */
  giveUp(staleSeconds: number): Promise<string[]> {
    return this.listIds(GIVE_UP, [MAX_TRIES, staleSeconds]);
  }

  private async listIds(statement: Statement, values: unknown[]): Promise<string[]> {
    return (await this.database.query<{ id: string }>(statement, values)).map(({ id }) => id);
  }
}
