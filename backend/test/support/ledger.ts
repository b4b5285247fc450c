import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { AnswerValue, SaveProgressRequest } from '../../src/modules/attempts/attempts.dto.js';
import type { Exam } from './exam.js';
import { answer, type Reply, type Student } from './student.js';

const RETRY_PAUSE_MS = 50;

interface HistoryRow {
  version: number;
  client: string;
  seq: number;
  delta: Record<string, { value: AnswerValue }>;
}

/**
 * Asks until there is an answer, as a browser does: a lost connection or a server that is not there
 * (5xx) tells nothing about what happened to the request.
 */
export async function untilAnswered<T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
  for (;;) {
    try {
      const reply = await ask();
      if (reply.status < 500) return reply;
    } catch (error) {
      const isNetwork = error instanceof TypeError || error instanceof DOMException;
      if (!isNetwork) throw error;
    }
    await pause(RETRY_PAUSE_MS);
  }
}

/** A student who saves without end, and a ledger of what was sent and what was acknowledged. */
export class SavingStudent {
  readonly sent: SaveProgressRequest[] = [];
  readonly acknowledged: { seq: number; version: number }[] = [];
  private readonly clientId = randomUUID();
  private version = 0;

  constructor(
    readonly student: Student,
    readonly attemptId: string,
    private readonly exam: Exam,
  ) {}

  /** One save, sent again with the same number until it is answered. */
  async saveOnce(): Promise<void> {
    const request = this.nextMutation();
    const { status, body } = await untilAnswered(() => this.student.save(this.attemptId, request));
    if (status !== 200) throw new Error(`a save was refused: ${JSON.stringify(body)}`);
    this.version = body.version;
    this.acknowledged.push({ seq: request.seq, version: body.version });
  }

  /** A mutation that changes one answer, on the version last acknowledged. */
  nextMutation(): SaveProgressRequest {
    const seq = this.sent.length + 1;
    const request: SaveProgressRequest = {
      clientId: this.clientId,
      seq,
      baseVersion: this.version,
      answers: [answer(this.exam.short, `value ${seq}`)],
      currentQuestionIndex: 3,
      timeSpent: seq,
    };
    this.sent.push(request);
    return request;
  }

  /** What breaks "acknowledged ⊆ database ⊆ sent", in words; nothing when all is well. */
  async faults(owner: pg.Client): Promise<string[]> {
    const { rows: history } = await owner.query<HistoryRow>(
      'SELECT version, client, seq, delta FROM attempt_saves WHERE attempt_id = $1 ORDER BY version',
      [this.attemptId],
    );
    const { rows } = await owner.query<{ version: number; value: AnswerValue }>(
      "SELECT version, answers -> $2 ->> 'value' AS value FROM attempts WHERE id = $1",
      [this.attemptId, this.exam.short.id],
    );
    const last = history.at(-1);
    const valueOf = (row?: HistoryRow) => row?.delta[this.exam.short.id]?.value;
    const lost = this.acknowledged.filter(
      ({ seq, version }) => !history.some((row) => row.seq === seq && row.version === version),
    );
    const invented = history.filter(
      (row) =>
        row.client !== this.clientId || this.sent[row.seq - 1]?.answers[0]?.value !== valueOf(row),
    );
    const doubled = history.length - new Set(history.map(({ seq }) => seq)).size;
    const torn = rows[0]?.version !== history.length || rows[0].value !== valueOf(last);
    return [
      ...lost.map(({ seq }) => `acknowledged but lost: ${seq}`),
      ...invented.map(({ seq }) => `in the database but never sent: ${seq}`),
      ...(doubled > 0 ? [`applied more than once: ${doubled}`] : []),
      ...(torn ? ['the attempt differs from its history'] : []),
    ];
  }
}
