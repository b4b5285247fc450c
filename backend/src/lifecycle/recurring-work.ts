/** Work that is done again and again, with a pause after each time, until it is stopped. */
export class RecurringWork {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  /** @param work - never rejects; how many seconds to pause before the next time. Aborted: end as soon as you can */
  constructor(private readonly work: (signal: AbortSignal) => Promise<number>) {}

  /** The first time is at once. */
  start(): void {
    this.runIn(0);
  }

  /** Fulfilled when what was under way has ended; nothing begins any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
  }

  private runIn(seconds: number): void {
    const { signal } = this.stopping;
    this.timer = setTimeout(() => {
      this.running = this.work(signal).then((pause) => {
        if (!signal.aborted) this.runIn(pause);
      });
    }, seconds * 1000);
  }
}
