const BEAT_MS = 500;
/** Shorter than others wait for a page that does not answer. */
const STEADY_MS = 2_000;

/** Tells whether a page has stood still: a blocked main thread runs no timer and notices nothing meanwhile. */
export class Pulse {
  private timer: ReturnType<typeof setInterval> | undefined;
  private lastMs = 0;
  private steady = true;

  start(): void {
    this.settle();
    this.timer = setInterval(() => this.feel(), BEAT_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** False from the first look after the page has stood still until `settle`. */
  isSteady(): boolean {
    if (this.timer !== undefined) this.feel();
    return this.steady;
  }

  /** What may have happened meanwhile is known: all that counts is what comes now. */
  settle(): void {
    this.lastMs = performance.now();
    this.steady = true;
  }

  private feel(): void {
    const now = performance.now();
    if (now - this.lastMs > STEADY_MS) this.steady = false;
    this.lastMs = now;
  }
}
