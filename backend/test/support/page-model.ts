import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type {
  AnswerValue,
  ProgressSavedDto,
  SaveProgressRequest,
} from '../../src/modules/attempts/attempts.dto.js';
import type { Exam, ExamQuestion } from './exam.js';
import type { Problem, Reply } from './student.js';

type SaveReply = Reply<ProgressSavedDto & Problem>;
type Values = Record<string, AnswerValue>;
/** Carries a mutation to the server; null when nothing was heard of it. */
export type Deliver = (request: SaveProgressRequest) => Promise<SaveReply | null>;

export interface HistoryRow {
  version: number;
  client: string;
  seq: number;
  delta: Record<string, { value: AnswerValue }>;
}

/** What happens to a request on its way: it arrives, also twice or much later, or never; so does its reply. */
export type Fate = 'heard' | 'unheard' | 'doubled' | 'lost';

const SETTLING_ROUNDS = 12;

/**
 * A browser page as the autosave contract describes it, over a network under the test's control:
 * requests are lost, delayed and doubled, replies are lost, and the page itself is killed.
 */
export class Page {
  readonly clientId = randomUUID();
  readonly sent: SaveProgressRequest[] = [];
  /** The last choice made here for each question. */
  readonly chosen: Values = {};
  private readonly deliver: Deliver;
  private seq = 0;
  private baseVersion = 0;
  /** What the page knows the server to hold. */
  private base: Values = {};
  /** Choices not acknowledged: `after` is the last mutation that does not carry them yet. */
  private readonly pending = new Map<string, { value: AnswerValue; after: number }>();
  /** Sent, and perhaps still on its way: may be delivered at any later moment. */
  private readonly onTheWay: SaveProgressRequest[] = [];
  private readonly acknowledged: SaveProgressRequest[] = [];

  constructor(deliver: Deliver) {
    this.deliver = deliver;
  }

  choose(questionId: string, value: AnswerValue): void {
    this.pending.set(questionId, { value, after: this.seq });
    this.chosen[questionId] = value;
  }

  /** Makes a mutation of all that is not acknowledged; it is on its way from then on. */
  send(): void {
    this.onTheWay.push(this.nextMutation());
  }

  nextMutation(): SaveProgressRequest {
    this.seq += 1;
    const request: SaveProgressRequest = {
      clientId: this.clientId,
      seq: this.seq,
      baseVersion: this.baseVersion,
      answers: [...this.pending].map(([questionId, { value }]) => ({ questionId, value })),
      currentQuestionIndex: 0,
      timeSpent: this.seq,
    };
    this.sent.push(request);
    return request;
  }

  /** One of the requests that are on their way meets its fate. */
  async arrive(which: number, fate: Fate): Promise<void> {
    const [request] = this.onTheWay.splice(which % Math.max(1, this.onTheWay.length), 1);
    if (!request || fate === 'lost') return;
    if (fate === 'doubled') this.onTheWay.push(request);
    const reply = await this.deliver(request);
    if (reply === null) this.onTheWay.push(request);
    else if (fate !== 'unheard') this.receive(request, reply);
  }

  /**
   * The page is killed and opened again from its backup: the same choices and base under another name.
   * What it had sent may still arrive.
   */
  reopen(): Page {
    const next = new Page(this.deliver);
    next.baseVersion = this.baseVersion;
    next.base = { ...this.base };
    for (const [questionId, { value }] of this.pending) {
      next.pending.set(questionId, { value, after: 0 });
    }
    Object.assign(next.chosen, this.chosen);
    return next;
  }

  /** The network is well again: all that is on the way arrives, the rest is saved. */
  async settle(): Promise<void> {
    // An empty save also brings the page up to date: a stale base is answered with the server's copy.
    for (let round = 0; round < SETTLING_ROUNDS; round += 1) {
      this.send();
      const requests = this.onTheWay.splice(0);
      for (const request of requests) {
        const reply = await this.deliver(request);
        if (reply) this.receive(request, reply);
      }
      if (this.pending.size === 0 && round > 0) return;
    }
    if (this.pending.size > 0) throw new Error('a page did not come to rest');
  }

  /** What is on its way when the page has been killed: it arrives, and nobody hears the replies. */
  async arriveUnheard(): Promise<void> {
    for (const request of this.onTheWay.splice(0)) await this.deliver(request);
  }

  /** What the page shows. */
  values(): Values {
    const pending = [...this.pending].map(([id, { value }]) => [id, value] as const);
    return { ...this.base, ...Object.fromEntries(pending) };
  }

  /** Changes that were acknowledged to this page but that it never got into the history. */
  acknowledgedAndLost(history: readonly HistoryRow[]): string[] {
    const own = history.filter(({ client }) => client === this.clientId);
    return this.acknowledged.flatMap(({ seq, answers }) =>
      answers
        .filter(({ questionId, value }) => {
          const row = own.find((one) => one.seq === seq) ?? null;
          const holds = (one: HistoryRow) => isDeepStrictEqual(one.delta[questionId]?.value, value);
          const covered = own.some((one) => one.seq > seq && questionId in one.delta);
          return !(row === null ? covered || own.some(holds) : holds(row));
        })
        .map(({ questionId }) => `seq ${seq}: ${questionId}`),
    );
  }

  private receive(request: SaveProgressRequest, { status, body }: SaveReply): void {
    if (status === 200) {
      this.acknowledge(request, body);
      return;
    }
    if (status !== 409 || !body.server)
      throw new Error(`unexpected answer: ${JSON.stringify(body)}`);
    if (body.server.version < this.baseVersion) return;
    // The server's copy becomes the base; where both changed, this student insists on their own.
    this.baseVersion = body.server.version;
    this.base = Object.fromEntries(
      Object.entries(body.server.answers).map(([id, { value }]) => [id, value]),
    );
  }

  private acknowledge(
    request: SaveProgressRequest,
    { version, superseded }: ProgressSavedDto,
  ): void {
    this.acknowledged.push(request);
    if (superseded) return;
    for (const { questionId, value } of request.answers) {
      // Who chose b and then a again wants the second a: an earlier mutation of a may be followed by that of b.
      const choice = this.pending.get(questionId);
      if (choice && choice.after < request.seq) this.pending.delete(questionId);
      // A reply overtaken by that of a later save tells nothing new.
      if (version > this.baseVersion) this.base[questionId] = value;
    }
    this.baseVersion = Math.max(this.baseVersion, version);
  }
}

/** A value that a student could give to a question; `pick` (from 0 up) says which. */
export function valueFor(question: ExamQuestion, pick: number): AnswerValue {
  if (question.optionIds.length === 0) return `typed ${pick}`;
  if (question.type !== 'MULTIPLE_CHOICE')
    return question.optionIds[pick % question.optionIds.length] ?? null;
  return question.optionIds.filter((_, i) => ((pick >> i) & 1) === 1);
}

export function questionAt(exam: Exam, pick: number): ExamQuestion {
  return exam.questions[pick % exam.questions.length] ?? exam.single;
}
