/** Lets a few run at once, a bounded number wait in order of arrival, and turns the rest away. */
export class Semaphore {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param permits how many run at once
   * @param maxWaiting how many may wait
   */
  constructor(
    private readonly permits: number,
    private readonly maxWaiting: number,
  ) {}

  get isFull(): boolean {
    return this.running >= this.permits && this.waiting.length >= this.maxWaiting;
  }

  /** Runs the work as soon as a permit is free, or now and above the bound when `isFull` was ignored. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  private async acquire(): Promise<void> {
    if (this.running < this.permits) {
      this.running += 1;
      return;
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The permit goes straight to the next in line, so that nobody overtakes. */
  private release(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
