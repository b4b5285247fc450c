import { randomUUID } from 'node:crypto';
import type {
  AnswerValue,
  ProgressSavedDto,
  SaveProgressRequest,
} from '../../src/modules/attempts/attempts.dto.js';
import type { Exam } from './exam.js';
import type { Problem, Reply } from './student.js';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type SaveReply = Reply<ProgressSavedDto & Problem>;
type Values = Record<string, AnswerValue>;
interface HistoryRow {
  client: string;
  seq: number;
  delta: Record<string, { value: unknown }>;
}

/**
 * A browser page as the autosave contract describes it, over a network under the test's control:
 * requests are lost, delayed and doubled, replies are lost.
 */
export class Page {
  readonly clientId = randomUUID();
  readonly sent: SaveProgressRequest[] = [];
  private seq = 0;
  private baseVersion = 0;
  /** What the page knows the server to hold. */
  private base: Values = {};
  private readonly pending = new Map<string, AnswerValue>();
  /** Sent, and perhaps still on its way: may be delivered at any later moment. */
  private readonly onTheWay: SaveProgressRequest[] = [];
  private readonly acknowledged: SaveProgressRequest[] = [];

  constructor(private readonly deliver: (request: SaveProgressRequest) => Promise<SaveReply>) {}

  /** One random thing that happens to a page. */
  async step(exam: Exam, random: () => number): Promise<void> {
    const dice = random();
    if (dice < 0.6) {
      if (dice < 0.4) this.choose(exam, random);
      else this.send();
      return;
    }
    const [request] = this.onTheWay.splice(Math.floor(random() * this.onTheWay.length), 1);
    if (!request || dice > 0.95) return;
    if (random() < 0.3) this.onTheWay.push(request);
    const reply = await this.deliver(request);
    if (random() < 0.7) this.receive(request, reply);
  }

  /** The network is well again: all that is on the way arrives, the rest is saved. */
  async settle(): Promise<void> {
    for (const request of this.onTheWay.splice(0)) {
      this.receive(request, await this.deliver(request));
    }
    // An empty save also brings the page up to date: a stale base is answered with the server's copy.
    for (let round = 0; round < 5; round += 1) {
      this.send();
      const [request] = this.onTheWay.splice(0);
      if (!request) break;
      this.receive(request, await this.deliver(request));
    }
  }

  /** What the page shows. */
  values(): Values {
    return { ...this.base, ...Object.fromEntries(this.pending) };
  }

  /** Changes that were acknowledged to this page but that it never got into the history. */
  acknowledgedAndLost(history: readonly HistoryRow[]): string[] {
    const own = history.filter(({ client }) => client === this.clientId);
    return this.acknowledged.flatMap(({ seq, answers }) =>
      answers
        .filter(({ questionId, value }) => {
          const row = own.find((one) => one.seq === seq) ?? null;
          const holds = (one: HistoryRow) => one.delta[questionId]?.value === value;
          const covered = own.some((one) => one.seq > seq && questionId in one.delta);
          return !(row === null ? covered || own.some(holds) : holds(row));
        })
        .map(({ questionId }) => `seq ${seq}: ${questionId}`),
    );
  }

  private choose(exam: Exam, random: () => number): void {
    if (random() < 0.5) {
      this.pending.set(exam.short.id, `typed ${Math.floor(random() * 1000)}`);
      return;
    }
    const question = random() < 0.5 ? exam.single : exam.truth;
    const option = question.optionIds[Math.floor(random() * question.optionIds.length)];
    this.pending.set(question.id, option ?? null);
  }

  private send(): void {
    this.seq += 1;
    const request: SaveProgressRequest = {
      clientId: this.clientId,
      seq: this.seq,
      baseVersion: this.baseVersion,
      answers: [...this.pending].map(([questionId, value]) => ({ questionId, value })),
      currentQuestionIndex: 0,
      timeSpent: this.seq,
    };
    this.sent.push(request);
    this.onTheWay.push(request);
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
      if (this.pending.get(questionId) === value) this.pending.delete(questionId);
      // A reply overtaken by that of a later save tells nothing new.
      if (version > this.baseVersion) this.base[questionId] = value;
    }
    this.baseVersion = Math.max(this.baseVersion, version);
  }
}
