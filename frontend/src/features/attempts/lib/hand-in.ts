import type { Failure, Transport } from './autosave-types';
import { Pause } from './pause';
import type { Progress, SentProgress } from './progress';
import { retryDelayMs } from './save-schedule';

/** How handing in ended for the page; `closed`: it was over before this page's answers came. */
export type HandInEnd = 'submitted' | 'closed' | 'open';

interface HandInOptions {
  progress: Progress;
  transport: Transport;
  /** 0 to 1, for the jitter of retries. */
  random: () => number;
  /** After each try that brought no result. */
  onFailure: (failure: Failure) => void;
}

/** Hands an attempt in: tried until the server has answered, with a request of its own each time. */
export class HandIn {
  /** Between two tries; ended early by a network that is back, or when asked to. */
  private readonly pause = new Pause();

  constructor(private readonly options: HandInOptions) {}

  /** Tries again now. */
  hurry(): void {
    this.pause.end();
  }

  async run(): Promise<HandInEnd> {
    for (let tries = 1; ; tries += 1) {
      const { progress, transport } = this.options;
      const sent = progress.next('submit');
      const outcome = await transport.submit(progress.submissionOf(sent));
      if (outcome.kind === 'submitted') return this.taken(outcome, sent);
      this.options.onFailure(outcome);
      if (outcome.kind === 'closed') return 'closed';
      if (outcome.kind === 'refused') return 'open';
      await this.pause.begin(this.waitAfter(outcome, tries));
    }
  }

  /** The copy on this device stays where the server closed the attempt without what was sent. */
  private taken(
    { savedAt, included }: { savedAt: string; included: boolean },
    sent: SentProgress,
  ): HandInEnd {
    if (!included) return 'closed';
    this.options.progress.confirmSubmission(sent, savedAt);
    return 'submitted';
  }

  /** Null: until the student has signed in again. */
  private waitAfter(
    failure: Extract<Failure, { kind: 'signed-out' | 'unavailable' }>,
    tries: number,
  ): number | null {
    if (failure.kind === 'signed-out') return null;
    return retryDelayMs(tries, this.options.random(), failure.retryAfterSeconds);
  }
}
