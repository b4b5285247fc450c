/** What this tab is to an attempt that may be open in several: one leads, the others look on. */
export type TabRole = 'waiting' | 'leading' | 'following';

export interface TabState {
  role: TabRole;
  /** Whether another tab has led before in the time of this page. */
  hasFollowed: boolean;
}

/** A tab that does not answer for so long has hung: the lead is taken from it. */
const PATIENCE_MS = 3_000;
const TAKE_OVER = 'take-over';

/**
 * One leading tab for each name in this browser, by a lock: it is granted to the next tab as soon as the
 * leading one has given it up, is closed or has died. Where there are no locks every tab leads, and what
 * they do at the same time is merged as if they were devices.
 */
export class TabLead {
  private state: TabState = { role: 'waiting', hasFollowed: false };
  private channel: BroadcastChannel | null = null;
  private ended = new AbortController();
  private queued = new AbortController();
  private held: PromiseWithResolvers<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly name: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): TabState => this.state;

  /** Takes part from now on. */
  start(): void {
    if (!('locks' in navigator)) {
      this.change('leading');
      return;
    }
    this.ended = new AbortController();
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === TAKE_OVER && this.held) this.change('following');
    };
    void this.compete(this.ended.signal);
  }

  stop(): void {
    this.ended.abort();
    this.queued.abort();
    this.channel?.close();
    this.letGo();
  }

  /** Asks the leading tab for the lead; it gives it up as soon as what it has is safe. */
  takeOver(): void {
    if (this.state.role !== 'following') return;
    this.channel?.postMessage(TAKE_OVER);
    const { signal } = this.ended;
    setTimeout(() => {
      if (this.state.role === 'following' && !signal.aborted) void this.steal();
    }, PATIENCE_MS);
  }

  /** To be called when a page that does not lead any more has put everything away. */
  letGo(): void {
    this.held?.resolve();
    this.held = null;
  }

  private async compete(ended: AbortSignal): Promise<void> {
    const wasFree = await this.request({ ifAvailable: true });
    if (!wasFree && !ended.aborted) this.change('following');
    while (!ended.aborted) {
      this.queued = new AbortController();
      await this.request({ signal: this.queued.signal });
    }
  }

  /** False when the lead was not to be had; else fulfilled when it is over. */
  private async request(options: LockOptions): Promise<boolean> {
    try {
      return await navigator.locks.request(
        this.name,
        options,
        (lock) => lock !== null && this.lead(),
      );
    } catch {
      // Taken away by another tab, or not wanted any more.
      if (!this.ended.signal.aborted && this.held) {
        this.held = null;
        this.change('following');
      }
      return false;
    }
  }

  /** From a tab that has hung. This tab's own place in the queue is given up for it. */
  private async steal(): Promise<void> {
    this.queued.abort();
    await this.request({ steal: true });
  }

  private async lead(): Promise<boolean> {
    const held = Promise.withResolvers<void>();
    this.held = held;
    this.change('leading');
    await held.promise;
    return true;
  }

  private change(role: TabRole): void {
    const hasFollowed = this.state.hasFollowed || role === 'following';
    this.state = { role, hasFollowed };
    for (const listener of this.listeners) listener();
  }
}
