import {
  sameAnswer,
  type AnswerValue,
  type SavedAnswer,
  type SavedAnswers,
  type ServerCopy,
} from '../lib/answers';
import type {
  Mutation,
  SaveOutcome,
  Submission,
  SubmitOutcome,
  Transport,
} from '../lib/autosave-types';

/**
 * What the network does to one request: `lost` before the server, `unheard` after it, `held` until `release`,
 * `delayed` likewise but given up by the page meanwhile, `doubled` at once, `echoed` with a copy that is held, or
 * a set answer.
 */
export type Weather =
  'fine' | 'lost' | 'unheard' | 'held' | 'delayed' | 'doubled' | 'echoed' | SaveOutcome;

/** One answer that took the place of another. */
export interface Overwrite {
  questionId: string;
  before: SavedAnswer;
  after: SavedAnswer;
}

const offline: SaveOutcome & SubmitOutcome = {
  kind: 'unavailable',
  reason: 'offline',
  retryAfterSeconds: null,
  requestId: null,
};

/** The autosave contract in a few lines: one attempt, any number of pages, and bad weather on demand. */
export class ModelServer {
  version = 0;
  answers: SavedAnswers = {};
  closed = false;
  readonly requests: Submission[] = [];
  readonly leaving: Mutation[] = [];
  readonly overwrites: Overwrite[] = [];
  submissions = 0;
  /** What happens to the next requests, in turn; then `always`. */
  next: Weather[] = [];
  always: Weather = 'fine';
  private writer: string | null = null;
  private writerSince = 0;
  private writerSeq = 0;
  private readonly held: (() => void)[] = [];

  transport(): Transport {
    return {
      save: async (mutation, { leaving }) => {
        this.requests.push(mutation);
        if (leaving) this.leaving.push(mutation);
        return this.through(() => this.save(mutation));
      },
      submit: async (mutation) => {
        this.requests.push(mutation);
        const outcome = await this.through(() => this.submit(mutation));
        if (outcome.kind === 'saved' || outcome.kind === 'conflict')
          throw new Error('not of submit');
        return outcome;
      },
    };
  }

  /** Lets the requests go on that were `held` on their way to the server. */
  release(): void {
    for (const go of this.held.splice(0)) go();
  }

  /** Another device changes an answer. */
  writeElsewhere(questionId: string, value: AnswerValue, device = 'elsewhere'): void {
    this.version += 1;
    this.writer = device;
    this.writerSince = this.version - 1;
    this.writerSeq = 0;
    this.answers = { ...this.answers, [questionId]: { value, at: '2030-01-01T00:00:00Z', device } };
  }

  copy(): ServerCopy {
    return { version: this.version, answers: this.answers };
  }

  valueOf(questionId: string): AnswerValue | undefined {
    return this.answers[questionId]?.value;
  }

  private async through<T extends SaveOutcome | SubmitOutcome>(
    handle: () => T,
  ): Promise<T | SaveOutcome> {
    const weather = this.next.shift() ?? this.always;
    if (weather === 'lost') return offline;
    if (weather === 'held') await new Promise<void>((resolve) => this.held.push(resolve));
    if (typeof weather === 'object') return weather;
    if (weather === 'delayed' || weather === 'echoed') this.held.push(handle);
    if (weather === 'delayed') return offline;
    if (weather === 'doubled') handle();
    const outcome = handle();
    return weather === 'unheard' ? offline : outcome;
  }

  private save(mutation: Mutation): SaveOutcome {
    if (this.closed) return { kind: 'closed' };
    const own = this.writer === mutation.clientId;
    if (own && mutation.seq <= this.writerSeq) return this.saved(true);
    const fits = own
      ? mutation.baseVersion >= this.writerSince
      : mutation.baseVersion === this.version;
    if (!fits) return { kind: 'conflict', server: this.copy() };
    if (!own) this.writerSince = this.version;
    this.apply(mutation);
    return this.saved(false);
  }

  private submit(mutation: Mutation): SubmitOutcome {
    if (!this.closed) {
      this.apply(mutation);
      this.submissions += 1;
    }
    this.closed = true;
    const included = mutation.answers.every(({ questionId, value }) =>
      sameAnswer(value, this.valueOf(questionId)),
    );
    return { kind: 'submitted', savedAt: '2030-01-01T00:00:00Z', included };
  }

  private apply({ clientId, seq, answers }: Mutation): void {
    this.version += 1;
    this.writer = clientId;
    this.writerSeq = seq;
    for (const { questionId, value } of answers) {
      const entry = { value, at: '2030-01-01T00:00:00Z', device: clientId };
      const before = this.answers[questionId];
      if (before) this.overwrites.push({ questionId, before, after: entry });
      this.answers = { ...this.answers, [questionId]: entry };
    }
  }

  private saved(superseded: boolean): SaveOutcome {
    return {
      kind: 'saved',
      version: this.version,
      savedAt: '2030-01-01T00:00:00Z',
      remainingSeconds: 600,
      superseded,
    };
  }
}
