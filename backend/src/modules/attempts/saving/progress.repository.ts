import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service.js';
import type { SavedAnswers } from '../domain/answers.js';

/** One mutation on its way to the table; the short names are the columns of the statement below. */
export interface Save {
  attemptId: string;
  userId: string;
  baseVersion: number;
  clientId: string;
  seq: number;
  hash: string;
  delta: SavedAnswers;
  currentIndex: number;
  timeSpent: number;
}

/** What an applied save left: `remaining` seconds may be negative within the grace, null without deadline. */
export interface AppliedSave {
  id: string;
  version: number;
  savedAt: Date;
  remaining: number | null;
}

/**
 * The compare-and-set that loses nothing: a save is applied only when every version after its base is
 * of the same page with a lower number. It takes a set, an attempt at most once in it.
 */
const APPLY_SAVES = {
  name: 'progress-apply',
  text: `
WITH i AS (SELECT * FROM json_to_recordset($1::json)
             AS i(id uuid, u uuid, b int, c uuid, s int, h text, d jsonb, x int, t int)),
w AS (UPDATE attempts a SET version = a.version + 1, answers = a.answers || i.d, current_index = i.x,
        time_spent = greatest(a.time_spent, i.t),
        writer_since = CASE WHEN a.writer = i.c THEN a.writer_since ELSE a.version END,
        writer = i.c, writer_seq = i.s, writer_hash = i.h, saved_at = now()
      FROM i WHERE a.id = i.id AND a.user_id = i.u AND a.status = 0
        AND now() < a.deadline_at + interval '15 s' AND i.b <= a.version
        AND CASE WHEN a.writer = i.c THEN i.s > a.writer_seq AND i.b >= a.writer_since
                 ELSE i.b = a.version END
      RETURNING a.id, a.version, a.saved_at, a.deadline_at, i.c, i.s, i.d),
h AS (INSERT INTO attempt_saves (attempt_id, version, client, seq, at, delta)
      SELECT id, version, c, s, saved_at, d FROM w)
SELECT id, version, saved_at AS "savedAt",
       CASE WHEN isfinite(deadline_at) THEN extract(epoch FROM deadline_at - now())::float8 END
         AS remaining
FROM w`,
};

@Injectable()
export class ProgressRepository {
  constructor(private readonly database: Database) {}

  /** Applies saves of different attempts, sorted by id, in one commit; null for one that was not applied. */
  async applyGroup(saves: readonly Save[]): Promise<(AppliedSave | null)[]> {
    const applied = await this.database.queryGroup<AppliedSave>(APPLY_SAVES, [toInput(saves)]);
    const byId = new Map(applied.map((save) => [save.id, save]));
    return saves.map(({ attemptId }) => byId.get(attemptId) ?? null);
  }

  /** Applies one save, which may wait for a lock as long as any statement; null when it was not applied. */
  async applyAlone(save: Save): Promise<AppliedSave | null> {
    const [applied] = await this.database.query<AppliedSave>(APPLY_SAVES, [toInput([save])]);
    return applied ?? null;
  }
}

function toInput(saves: readonly Save[]): string {
  return JSON.stringify(
    saves.map((save) => ({
      id: save.attemptId,
      u: save.userId,
      b: save.baseVersion,
      c: save.clientId,
      s: save.seq,
      h: save.hash,
      d: save.delta,
      x: save.currentIndex,
      t: save.timeSpent,
    })),
  );
}
