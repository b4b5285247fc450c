import { Pulse } from './pulse';

/** What this tab is to an attempt that may be open in several: one leads, the others look on. */
export type TabRole = 'waiting' | 'leading' | 'following';

export interface TabState {
  role: TabRole;
  /** Whether another tab has led before in the time of this page. */
  hasFollowed: boolean;
  /** The lead was asked for, and the other tab has not given it up yet. */
  isTakingOver: boolean;
}

/** A tab that does not answer for so long has hung: the lead is taken from it. */
const PATIENCE_MS = 3_000;
const TAKE_OVER = 'take-over';

/**
 * One leading tab for each name in this browser, by a lock: it is granted to the next tab as soon as the
 * leading one has given it up, is closed or has died, and taken from one that has hung. Where there are no
 * locks every tab leads, and what they do at the same time is merged as if they were devices.
 */
export class TabLead {
  private state: TabState = { role: 'waiting', hasFollowed: false, isTakingOver: false };
  private channel: BroadcastChannel | null = null;
  private ended = new AbortController();
  private queued = new AbortController();
  private isStealing = false;
  private held: PromiseWithResolvers<void> | null = null;
  /** The lead was taken away while this page had hung. */
  private isLost = false;
  /** What the browser calls this page as the holder of the lock. */
  private ownId: string | undefined;
  private asking: Promise<boolean> | null = null;
  private readonly pulse = new Pulse();
  private readonly listeners = new Set<() => void>();

  constructor(readonly name: string) {}

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
      if (data === TAKE_OVER) void this.giveUp();
    };
    this.pulse.start();
    void this.compete(this.ended.signal);
  }

  stop(): void {
    this.ended.abort();
    this.queued.abort();
    this.channel?.close();
    this.pulse.stop();
    this.letGo();
  }

  /** Asks the leading tab for the lead; it gives it up as soon as what it has is safe. */
  takeOver(): void {
    if (this.state.role !== 'following') return;
    this.tell({ ...this.state, isTakingOver: true });
    this.channel?.postMessage(TAKE_OVER);
    const { signal } = this.ended;
    setTimeout(() => {
      if (this.state.role === 'following' && !signal.aborted) this.steal();
    }, PATIENCE_MS);
  }

  /** To be called when a page that does not lead any more has put everything away. */
  letGo(): void {
    this.held?.resolve();
    this.held = null;
  }

  /**
   * Whether what this page does as the leading one counts. After it has stood still another tab may lead by
   * now, and this one is told only when its turn comes: ask with `confirm` before anything is done.
   */
  isSure(): boolean {
    return !this.isLost && this.pulse.isSteady();
  }

  /** Asks the browser whether the lead was taken away. */
  confirm(): Promise<boolean> {
    this.asking ??= this.ask();
    return this.asking;
  }

  /** A page that wakes hears what it was asked before it is told that the lead was taken: then there is none to give. */
  private async giveUp(): Promise<void> {
    if (!this.isSure() && !(await this.confirm())) return;
    if (this.held) this.change('following');
  }

  private async ask(): Promise<boolean> {
    const { held } = this;
    const holder = held && (await this.holder());
    this.asking = null;
    if (this.isLost || (held && holder !== this.ownId)) return false;
    this.pulse.settle();
    return true;
  }

  private async holder(): Promise<string | undefined> {
    const { held = [] } = await navigator.locks.query();
    return held.find((lock) => lock.name === this.name)?.clientId;
  }

  private async compete(ended: AbortSignal): Promise<void> {
    const wasFree = await this.request({ ifAvailable: true });
    if (!wasFree && !ended.aborted) this.change('following');
    while (!ended.aborted) {
      this.queued = new AbortController();
      await this.request(this.isStealing ? { steal: true } : { signal: this.queued.signal });
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
        this.isLost = true;
        this.change('following');
      }
      return false;
    }
  }

  /** From a tab that has hung. This tab's own place in the queue is given up for it. */
  private steal(): void {
    this.isStealing = true;
    this.queued.abort();
  }

  private async lead(): Promise<boolean> {
    const held = Promise.withResolvers<void>();
    this.held = held;
    this.isStealing = false;
    this.isLost = false;
    this.ownId = await this.holder();
    this.pulse.settle();
    if (this.held === held) this.change('leading');
    await held.promise;
    return true;
  }

  private change(role: TabRole): void {
    const hasFollowed = this.state.hasFollowed || role === 'following';
    this.tell({ role, hasFollowed, isTakingOver: false });
  }

  private tell(state: TabState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
