import { setTimeout as delay } from 'node:timers/promises';

const TIMEOUT_MS = 2_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** What is told of a proxy: null when it is purged again after it could not be, else why it cannot. */
type Told = (reason: string | null) => void;

/**
 * One proxy whose cache is to be emptied when something has changed, and that may be away just then: it is asked again
 * until it has done it. However many changes come meanwhile, it is asked once more for all of them.
 */
export class PurgedProxy {
  private wanted = false;
  private running = false;
  private readonly stopping = new AbortController();

  constructor(
    readonly url: string,
    private readonly tell: Told,
  ) {}

  /** Returns at once; never fails. */
  purgeSoon(): void {
    this.wanted = true;
    if (!this.running) void this.purgeUntilDone();
  }

  /** Asks once, now. False: it is asked again until it has done it. */
  async purgeNow(): Promise<boolean> {
    const purged = (await this.ask()) === null;
    if (!purged) this.purgeSoon();
    return purged;
  }

  stop(): void {
    this.stopping.abort();
  }

  private async purgeUntilDone(): Promise<void> {
    this.running = true;
    let failures = 0;
    while (this.wanted && !this.stopping.signal.aborted) {
      // Before it is asked: a change that comes while it answers needs another time.
      this.wanted = false;
      const reason = await this.ask();
      if (reason === null) {
        if (failures > 0) this.tell(null);
        failures = 0;
        continue;
      }
      this.wanted = true;
      if (failures === 0) this.tell(reason);
      await this.pause(FIRST_PAUSE_MS * 2 ** failures);
      failures += 1;
    }
    this.running = false;
  }

  /** Null when it has done it, else why not. */
  private async ask(): Promise<string | null> {
    try {
      const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]);
      const response = await fetch(this.url, { method: 'PURGE', signal });
      await response.body?.cancel();
      return response.ok ? null : `it answered ${response.status}`;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return cause instanceof Error ? cause.message : String(cause);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.stopping;
    const most = Math.min(milliseconds, LONGEST_PAUSE_MS);
    // Aborted is how it ends at shut-down, and no failure.
    await delay(most, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
