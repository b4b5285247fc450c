import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service.js';
import { StatementValues, wayTo } from '../../../database/keyset.js';
import type { Position } from '../../../shared/pagination.js';
import type { AnswerValue } from '../domain/answers.js';
import type { HistoryKind } from './staff-attempts.dto.js';

/** Something that happened to an attempt; `version` and `client` are of saves, the deadlines of adjustments. */
export interface HistoryRow {
  kind: HistoryKind;
  at: Date;
  rank: number;
  n: number;
  client: string | null;
  byId: string | null;
  byName: string | null;
  byEmail: string | null;
  fromDeadline: Date | null;
  toDeadline: Date | null;
  remaining: number | null;
}

/** A position in the history, newest first: things of one moment are told apart by rank and number. */
export type HistoryPosition = Position<[at: string, rank: number, n: number]>;

/** One answer that a save brought, and what the question had before; null: nothing. */
export interface DeltaRow {
  version: number;
  questionId: string;
  before: AnswerValue;
  after: AnswerValue;
}

export interface DeviceRow {
  client: string;
  number: number;
  firstSeenAt: Date;
}

/** Start, saves (n: the version), adjustments (n: counted) and end, in this order where they are of one moment. */
const ENTRIES = `
  SELECT 'STARTED' AS kind, started_at AS at, 0 AS rank, 0 AS n, NULL::uuid AS client,
         NULL::uuid AS by_id, NULL::timestamptz AS from_deadline, NULL::timestamptz AS to_deadline,
         NULL::float8 AS remaining
  FROM attempts WHERE id = $1
  UNION ALL
  SELECT 'SAVED', at, 1, version, client, NULL, NULL, NULL, NULL
  FROM attempt_saves WHERE attempt_id = $1
  UNION ALL
  SELECT kind::text, at, 2, row_number() OVER (ORDER BY at, id)::int, NULL, by_user_id,
         from_deadline, to_deadline, remaining
  FROM attempt_adjustments WHERE attempt_id = $1
  UNION ALL
  SELECT CASE status WHEN 1 THEN 'SUBMITTED' ELSE 'EXPIRED' END, submitted_at, 3, 0, NULL, NULL,
         NULL, NULL, NULL
  FROM attempts WHERE id = $1 AND status <> 0`;

/** What happened to an attempt, read from its append-only tables; and the pruning of its saves. */
@Injectable()
export class AttemptHistoryRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, beside a position, at most `limit`, those nearest to it first; null: the newest. */
  async list(
    attemptId: string,
    position: HistoryPosition | null,
    limit: number,
  ): Promise<HistoryRow[]> {
    const { name, operator, order } = wayTo(position, 'desc');
    const values = new StatementValues();
    values.add(attemptId);
    const [at, rank, n] = (position?.at ?? []).map((value) => values.add(value));
    const beyond =
      position === null ? '' : `WHERE (e.at, e.rank, e.n) ${operator} (${at}, ${rank}, ${n})`;
    return this.database.query(
      {
        name: `attempt-history-${name}`,
        // Names are looked up of those on the page alone.
        text: `WITH page AS (
                 SELECT * FROM (${ENTRIES}) e ${beyond}
                 ORDER BY e.at ${order}, e.rank ${order}, e.n ${order} LIMIT ${values.add(limit)})
               SELECT p.kind, p.at, p.rank, p.n, p.client, p.by_id AS "byId", u.name AS "byName",
                      u.email AS "byEmail", p.from_deadline AS "fromDeadline",
                      p.to_deadline AS "toDeadline", p.remaining
               FROM page p LEFT JOIN users u ON u.id = p.by_id
               ORDER BY p.at ${order}, p.rank ${order}, p.n ${order}`,
      },
      values.all,
    );
  }

  /** What the saves of these versions brought, each beside what the question had before it. */
  async listDeltas(attemptId: string, versions: readonly number[]): Promise<DeltaRow[]> {
    return this.database.query(
      {
        name: 'attempt-history-deltas',
        text: `SELECT version, "questionId", before, after FROM (
                 SELECT s.version, e.key AS "questionId", e.value -> 'value' AS after,
                        lag(e.value -> 'value') OVER (PARTITION BY e.key ORDER BY s.version) AS before
                 FROM attempt_saves s, jsonb_each(s.delta) e WHERE s.attempt_id = $1) d
               WHERE version = ANY($2::int[])`,
      },
      [attemptId, versions],
    );
  }

  /**
   * Deletes the saves of attempts closed more than so many days ago, at most `limit` attempts, the oldest first;
   * how many it were. Answers, results and changes of the time stay.
   */
  async prune(keptDays: number, limit: number): Promise<number> {
    const pruned = await this.database.query<{ id: string }>(
      {
        name: 'attempt-history-prune',
        text: `WITH old AS (
                 SELECT id FROM attempts
                 WHERE status <> 0 AND history_pruned_at IS NULL
                   AND submitted_at < now() - make_interval(days => $1)
                 ORDER BY submitted_at LIMIT $2 FOR UPDATE SKIP LOCKED),
               gone AS (DELETE FROM attempt_saves s USING old WHERE s.attempt_id = old.id)
               UPDATE attempts a SET history_pruned_at = now() FROM old WHERE a.id = old.id
               RETURNING a.id`,
      },
      [keptDays, limit],
    );
    return pruned.length;
  }

  /** The pages that saved, in the order in which they first did. */
  async listDevices(attemptId: string): Promise<DeviceRow[]> {
    return this.database.query(
      {
        name: 'attempt-history-devices',
        text: `SELECT client, min(at) AS "firstSeenAt",
                      row_number() OVER (ORDER BY min(version))::int AS number
               FROM attempt_saves WHERE attempt_id = $1 GROUP BY client`,
      },
      [attemptId],
    );
  }
}
