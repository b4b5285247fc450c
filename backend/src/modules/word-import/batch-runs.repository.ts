import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { MAX_TRIES } from './import-runs.repository.js';

/** A batch that this process works on; a claim taken over is void. */
export interface BatchRun {
  id: string;
  run: number;
}

const CLAIM = {
  name: 'import-batch-claim',
  text: `UPDATE import_batches SET run = run + 1, beat = now()
         WHERE id = $1 AND (beat IS NULL OR beat < now() - make_interval(secs => $2)) RETURNING id, run`,
};
const BEAT = {
  name: 'import-batch-beat',
  text: `UPDATE import_batches SET beat = now() WHERE id = $1 AND run = $2 AND beat IS NOT NULL RETURNING id`,
};
/** Waiting, or left by a worker that died. */
const WAITS = `tries < $2 AND NOT id = ANY($3::uuid[])
  AND (state = 'PENDING' OR state = 'PROCESSING' AND beat < now() - make_interval(secs => $4))`;
/** Files uploaded alone go first: nobody who sends one waits for the many of somebody else. */
const NEXT = {
  name: 'import-batch-next',
  text: `SELECT id FROM imports WHERE (batch_id = $1 OR batch_id IS NULL) AND ${WAITS}
         ORDER BY batch_id IS NOT NULL, created_at, id LIMIT 1`,
};
const LOCK = 'SELECT id FROM import_batches WHERE id = $1::uuid AND run = $2 FOR UPDATE';
const WAITING = `SELECT id FROM imports WHERE batch_id = $1::uuid AND ${WAITS} LIMIT 1`;
const RELEASE =
  'UPDATE import_batches SET beat = NULL WHERE id = $1::uuid AND run = $2 RETURNING id';

/** Which job works on a batch, and what is left of it. All times are the database's. */
@Injectable()
export class BatchRunsRepository {
  constructor(private readonly database: Database) {}

  /** Takes a batch that no living job works on; null when one does. */
  async claim(batchId: string, staleSeconds: number): Promise<BatchRun | null> {
    const [run] = await this.database.query<BatchRun>(CLAIM, [batchId, staleSeconds]);
    return run ?? null;
  }

  /** Shows life; false when the batch is no longer ours. */
  async beat({ id, run }: BatchRun): Promise<boolean> {
    return (await this.database.query(BEAT, [id, run])).length > 0;
  }

  /** The import to work off next, `passed` ones left out; null when none waits. */
  async findNext({ id }: BatchRun, passed: string[], staleSeconds: number): Promise<string | null> {
    const values = [id, MAX_TRIES, passed, staleSeconds];
    const [next] = await this.database.query<{ id: string }>(NEXT, values);
    return next?.id ?? null;
  }

  /**
   * Lets go of the batch, unless a file came meanwhile: false then. An upload locks the batch before it looks whether
   * a job works on it, so that none falls between.
   */
  async releaseIfDone(
    { id, run }: BatchRun,
    passed: string[],
    staleSeconds: number,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if ((await tx.query(LOCK, [id, run])).length === 0) return true;
      if ((await tx.query(WAITING, [id, MAX_TRIES, passed, staleSeconds])).length > 0) return false;
      await tx.query(RELEASE, [id, run]);
      return true;
    });
  }

  /** Lets go of the batch with whatever is left of it. */
  async release({ id, run }: BatchRun): Promise<void> {
    await this.database.transaction((tx) => tx.query(RELEASE, [id, run]));
  }
}
