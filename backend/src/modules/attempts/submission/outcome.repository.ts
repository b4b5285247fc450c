import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service.js';
import type { AnswerChange, AnswerValue } from '../domain/answers.js';
import type { Receipt } from '../domain/receipt.js';
import type { LateState } from '../domain/late-decision.js';
import type { RegradeCause } from '../regrading/regrade.repository.js';

export type ReceiptCause = 'SUBMITTED' | 'EXPIRED' | 'LATE_ANSWERS';

/** One receipt of an attempt; times of all that comes from here as JSON are as Postgres writes them there. */
export type ReceiptEntry = Receipt & {
  number: number;
  cause: ReceiptCause;
  score: number;
  maxScore: number;
};

/** What belongs to a result besides the attempt, oldest first. */
export interface Outcome {
  receipts: ReceiptEntry[];
  late: { state: LateState; decidedAt: string | null; answers: AnswerChange[] }[];
  regrades: {
    at: string;
    cause: RegradeCause;
    scoreBefore: number;
    scoreAfter: number;
    maxScoreBefore: number;
    maxScoreAfter: number;
  }[];
}

/** A receipt with whose it is, and the answers that it covers. */
export interface ReceiptFacts {
  entry: ReceiptEntry;
  current: boolean;
  values: Record<string, AnswerValue>;
  attempt: { id: string; number: number; status: number; quizId: string; title: string };
  student: { id: string; name: string; email: string };
}

const ENTRY = `json_build_object('id', r.id, 'attemptId', r.attempt_id, 'number', r.number, 'cause', r.cause,
  'submittedAt', r.submitted_at, 'answersHash', r.answers_hash, 'answered', r.answered,
  'score', r.score::float8, 'maxScore', r.max_score::float8)`;

/** Reads what became of closed attempts. */
@Injectable()
export class OutcomeRepository {
  constructor(private readonly database: Database) {}

  async getOutcome(attemptId: string): Promise<Outcome> {
    const [outcome] = await this.database.query<Outcome>(
      {
        name: 'attempt-outcome',
        text: `SELECT
          (SELECT coalesce(json_agg(${ENTRY} ORDER BY r.number), '[]')
           FROM receipts r WHERE r.attempt_id = $1) AS receipts,
          (SELECT coalesce(json_agg(json_build_object('state', l.state, 'decidedAt', l.decided_at,
                                                      'answers', l.answers) ORDER BY l.arrived_at, l.id), '[]')
           FROM late_answers l WHERE l.attempt_id = $1) AS late,
          (SELECT coalesce(json_agg(json_build_object('at', g.at, 'cause', g.cause,
                    'scoreBefore', g.score_before::float8, 'scoreAfter', g.score_after::float8,
                    'maxScoreBefore', g.max_score_before::float8, 'maxScoreAfter', g.max_score_after::float8)
                    ORDER BY g.at, g.id), '[]')
           FROM attempt_regrades g WHERE g.attempt_id = $1) AS regrades`,
      },
      [attemptId],
    );
    if (!outcome) throw new Error('an aggregate without groups returned no row');
    return outcome;
  }

  /** Whatever is stored about a receipt; null when there is none of that id. */
  async findReceipt(receiptId: string): Promise<ReceiptFacts | null> {
    const [facts] = await this.database.query<ReceiptFacts>(
      {
        name: 'receipt-find',
        text: `SELECT ${ENTRY} AS entry, r.answers IS NULL AS current,
                 coalesce(r.answers, (SELECT jsonb_object_agg(question_id, value)
                                      FROM attempt_answers WHERE attempt_id = r.attempt_id), '{}') AS values,
                 json_build_object('id', a.id, 'number', a.number, 'status', a.status,
                                   'quizId', a.quiz_id, 'title', q.title) AS attempt,
                 json_build_object('id', u.id, 'name', u.name, 'email', u.email) AS student
               FROM receipts r JOIN attempts a ON a.id = r.attempt_id
                 JOIN quizzes q ON q.id = a.quiz_id JOIN users u ON u.id = a.user_id
               WHERE r.id = $1`,
      },
      [receiptId],
    );
    return facts ?? null;
  }
}
