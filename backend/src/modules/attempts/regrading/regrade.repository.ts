import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../database/database.service.js';
import { newId } from '../../../shared/ids.js';
import { ATTEMPT_COLUMNS, type AttemptRow } from '../attempt-row.js';
import type { AnswerValue } from '../domain/answers.js';
import type { Receipt } from '../domain/receipt.js';
import type { Regrade } from '../domain/regrade.js';

export type RegradeCause = 'LATE_ANSWERS' | 'KEY_CORRECTED';

/** Changes results of closed attempts, keeping what they were. */
@Injectable()
export class RegradeRepository {
  /**
   * Writes a new grade of a locked, closed attempt, with the answers and version it then has, and what changed by it.
   */
  async write(
    tx: Transaction,
    attempt: AttemptRow,
    regrade: Regrade,
    { cause, at }: { cause: RegradeCause; at: Date },
  ): Promise<void> {
    const { grade, changes } = regrade;
    await this.writeGrades(tx, attempt.id, regrade);
    await tx.query(
      `INSERT INTO attempt_regrades (id, attempt_id, at, cause, score_before, score_after,
         max_score_before, max_score_after, passed_before, passed_after, changes)
       VALUES ($1::uuid, $2::uuid, $3::timestamptz, $4::"RegradeCause", $5::float8, $6::float8,
         $7::float8, $8::float8, $9::boolean, $10::boolean, $11::jsonb) RETURNING 1 AS done`,
      [
        ...[newId(), attempt.id, at.toISOString(), cause, attempt.score, grade.score],
        ...[attempt.maxScore, grade.maxScore, attempt.passed, grade.passed],
        JSON.stringify(changes),
      ],
    );
    const { score, maxScore, passed } = grade;
    const { answers, version } = regrade;
    await tx.query(
      `UPDATE attempts a SET answers = s.answers, version = s.version, score = s.score,
              max_score = s."maxScore", passed = s.passed
       FROM jsonb_to_record($2::jsonb) AS s(answers jsonb, version int, score numeric,
              "maxScore" numeric, passed boolean)
       WHERE a.id = $1::uuid RETURNING 1 AS done`,
      [attempt.id, JSON.stringify({ answers, version, score, maxScore, passed })],
    );
  }

  /** Puts a receipt in force; the one it replaces keeps the answers it covers, so that it can still be verified. */
  async replaceReceipt(
    tx: Transaction,
    attempt: AttemptRow,
    receipt: Receipt,
    covered: Record<string, AnswerValue>,
  ): Promise<AttemptRow> {
    await tx.query(
      `UPDATE receipts SET answers = $2::jsonb WHERE attempt_id = $1::uuid AND answers IS NULL
       RETURNING 1 AS done`,
      [attempt.id, JSON.stringify(covered)],
    );
    const [row] = await tx.query<AttemptRow>(
      `WITH r AS (
         INSERT INTO receipts (id, attempt_id, number, cause, submitted_at, answers_hash, answered,
                               score, max_score)
         SELECT ($2::jsonb->>'id')::uuid, id, 1 + (SELECT max(number) FROM receipts WHERE attempt_id = $1::uuid),
                'LATE_ANSWERS', ($2::jsonb->>'submittedAt')::timestamptz, $2::jsonb->>'answersHash',
                ($2::jsonb->>'answered')::int, score, max_score
         FROM attempts WHERE id = $1::uuid)
       UPDATE attempts a SET receipt = $2::jsonb WHERE a.id = $1::uuid RETURNING ${ATTEMPT_COLUMNS}`,
      [attempt.id, JSON.stringify(receipt)],
    );
    if (!row) throw new Error(`attempt ${attempt.id} is gone`);
    return row;
  }

  private async writeGrades(tx: Transaction, attemptId: string, { grade }: Regrade): Promise<void> {
    await tx.query(
      `UPDATE attempt_answers t SET value = nullif(g.value, 'null'::jsonb), correct = g.correct,
              points = g.earned
       FROM jsonb_to_recordset($2::jsonb)
         AS g("questionId" uuid, value jsonb, correct boolean, earned numeric)
       WHERE t.attempt_id = $1::uuid AND t.question_id = g."questionId" RETURNING 1 AS done`,
      [attemptId, JSON.stringify(grade.answers)],
    );
  }
}
