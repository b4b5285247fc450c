import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import type { SourceParagraph } from './domain/parsed-quiz.js';
import type { ImportStage } from './word-import.dto.js';

/** How often an import is begun at most; a worker that dies counts as a try. */
export const MAX_TRIES = 3;

/** What a worker holds once it has claimed an import. Later steps name `run`: a claim taken over is void. */
export interface ImportRun {
  id: string;
  run: number;
  tries: number;
  ownerId: string;
  categoryId: string | null;
  fileName: string;
  requestId: string | null;
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
  bytes: Buffer;
}

const CLAIM = {
  name: 'import-claim',
  text: `WITH claimed AS (
    UPDATE imports SET state = 'PROCESSING', stage = 'READING', progress = 5, run = run + 1,
           tries = tries + 1, beat = now()
    WHERE id = $1 AND tries < $2
      AND (state = 'PENDING' OR state = 'PROCESSING' AND beat < now() - make_interval(secs => $3))
    RETURNING id, run, tries, owner_id, category_id, file_name, request_id)
  SELECT c.*, f.bytes FROM claimed c JOIN import_files f ON f.import_id = c.id`,
};
const BEAT = {
  name: 'import-beat',
  text: `UPDATE imports SET beat = now(), stage = coalesce($3, stage), progress = coalesce($4, progress)
         WHERE id = $1 AND run = $2 AND state = 'PROCESSING' RETURNING id`,
};
const FAIL = {
  name: 'import-fail',
  text: `UPDATE imports SET state = 'FAILED', error_code = $3, error_message = $4, diagnostics = $5::jsonb,
           paragraphs = $6::jsonb, finished_at = now()
         WHERE id = $1 AND run = $2 AND state = 'PROCESSING' RETURNING id`,
};
const RELEASE = {
  name: 'import-release',
  text: `UPDATE imports SET state = 'PENDING', stage = 'UPLOADED', progress = 0, tries = tries - $3
         WHERE id = $1 AND run = $2 AND state = 'PROCESSING' RETURNING id`,
};
const FINISH = `UPDATE imports SET state = 'DONE', stage = 'READY', progress = 100, finished_at = now(),
    question_count = $3, diagnostics = $4::jsonb, paragraphs = $5::jsonb, error_code = NULL, error_message = NULL
  WHERE id = $1::uuid AND run = $2 AND state = 'PROCESSING' RETURNING id`;
const DUE = {
  name: 'imports-due',
  text: `SELECT id FROM imports
         WHERE tries < $1 AND (state = 'PENDING' AND created_at < now() - make_interval(secs => $3)
            OR state = 'PROCESSING' AND beat < now() - make_interval(secs => $2))
         ORDER BY created_at LIMIT 50`,
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
      bytes: row.bytes,
    };
  }

  /** Shows life, and where it is; false when the run is no longer ours. */
  async beat(run: ImportRun, stage?: ImportStage, progress?: number): Promise<boolean> {
    const values = [run.id, run.run, stage ?? null, progress ?? null];
    return (await this.database.query(BEAT, values)).length > 0;
  }

  async fail(
    run: ImportRun,
    error: { code: string; message: string },
    found: { diagnostics: Diagnostic[]; paragraphs: SourceParagraph[] } | null,
  ): Promise<boolean> {
    const rows = await this.database.query(FAIL, [
      run.id,
      run.run,
      error.code,
      error.message,
      JSON.stringify(found?.diagnostics ?? []),
      found === null ? null : JSON.stringify(found.paragraphs),
    ]);
    return rows.length > 0;
  }

  /** Hands the import back to wait; `forgiven` when the try was not the file's fault. */
  async release(run: ImportRun, { forgiven }: { forgiven: boolean }): Promise<void> {
    await this.database.query(RELEASE, [run.id, run.run, forgiven ? 1 : 0]);
  }

  /** First step of the committing transaction; false means another run owns the import: roll back. */
  async finish(
    tx: Transaction,
    run: ImportRun,
    found: { questionCount: number; diagnostics: Diagnostic[]; paragraphs: SourceParagraph[] },
  ): Promise<boolean> {
    const rows = await tx.query(FINISH, [
      run.id,
      run.run,
      found.questionCount,
      JSON.stringify(found.diagnostics),
      JSON.stringify(found.paragraphs),
    ]);
    return rows.length > 0;
  }

  async linkQuiz(tx: Transaction, importId: string, quizId: string): Promise<void> {
    await tx.prisma.import.update({ where: { id: importId }, data: { quizId } });
  }

  /** Imports that no queue entry will bring: waiting for `waitedSeconds`, or left by a worker that died. */
  async findDue(staleSeconds: number, waitedSeconds: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(DUE, [
      MAX_TRIES,
      staleSeconds,
      waitedSeconds,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Fails what has used up its tries; returns their ids. */
  async giveUp(staleSeconds: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(GIVE_UP, [MAX_TRIES, staleSeconds]);
    return rows.map(({ id }) => id);
  }
}
