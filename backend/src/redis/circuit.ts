/** Between two questions whether the server is back. */
const PROBE_MS = 200;
/** A server that fails again so soon after it was back is asked ever more rarely. */
const RELAPSE_MS = 5_000;
const LONGEST_PAUSE_MS = 2_000;

/** `closed`: in use. `open`: away, or not reached yet (then `lastError` is null). */
export interface CircuitState {
  state: 'closed' | 'open';
  since: Date;
  lastError: string | null;
}

/** A connection whose circuit it is. */
export interface CircuitMember {
  /** Rejects while the server does not answer this connection. */
  probe(): Promise<void>;
  /** The circuit has opened: nothing is to be waited for any more. */
  away(reason: string): void;
  back(): void;
}

/**
 * What a process knows of one Redis, whatever number of connections it has to it: the first failure of any opens it for
 * all, and nobody asks that Redis for anything until it has answered each of them.
 */
export class Circuit {
  private current: CircuitState = { state: 'open', since: new Date(), lastError: null };
  private readonly members = new Set<CircuitMember>();
  private timer: NodeJS.Timeout | undefined;
  private probing = false;
  private pauseMs = PROBE_MS;
  private readonly first = Promise.withResolvers<void>();

  get isClosed(): boolean {
    return this.current.state === 'closed';
  }

  /** Since when what is so is so, and what went wrong last. */
  get state(): Readonly<CircuitState> {
    return this.current;
  }

  /** Fulfilled once it is known whether the server is there; soon, either way. */
  get known(): Promise<void> {
    return this.members.size === 0 ? Promise.resolve() : this.first.promise;
  }

  join(member: CircuitMember): void {
    this.members.add(member);
    this.probeIn(PROBE_MS);
  }

  leave(member: CircuitMember): void {
    this.members.delete(member);
    if (this.members.size === 0) clearTimeout(this.timer);
  }

  open(reason: string): void {
    this.first.resolve();
    const { state, since, lastError } = this.current;
    if (state === 'closed') {
      const relapsed = Date.now() - since.getTime() < RELAPSE_MS;
      this.pauseMs = relapsed ? Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS) : PROBE_MS;
      this.current = { state: 'open', since: new Date(), lastError: reason };
      this.probeIn(this.pauseMs);
    } else {
      this.current = { state: 'open', since, lastError: reason };
    }
    if (state === 'closed' || lastError === null) {
      for (const member of this.members) member.away(reason);
    }
  }

  /** A connection has been made: that is asked at once, unless the server keeps failing. */
  connected(): void {
    if (!this.isClosed && this.pauseMs === PROBE_MS) this.probeIn(0);
  }

  private probeIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.probe(), milliseconds);
    this.timer.unref();
  }

  private async probe(): Promise<void> {
    if (this.probing) return;
    this.probing = true;
    try {
      const asked = [...this.members];
      await Promise.all(asked.map((member) => member.probe()));
      if (asked.length === this.members.size) this.close();
    } catch (error) {
      this.open(error instanceof Error ? error.message : String(error));
    }
    this.probing = false;
    if (!this.isClosed && this.members.size > 0) this.probeIn(this.pauseMs);
  }

  private close(): void {
    if (this.isClosed) return;
    this.first.resolve();
    this.current = { ...this.current, state: 'closed', since: new Date() };
    for (const member of this.members) member.back();
  }
}
