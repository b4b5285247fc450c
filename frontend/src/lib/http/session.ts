import type { SignedIn, User } from '../api/generated/types.gen';
import { readApiError } from './api-error';
import { createSingleFlight } from './single-flight';
import type { SessionChannel } from './session-channel';
import type { SessionMemory } from './session-memory';

/**
 * `remembered`: this browser was signed in as that user, and the server could not be asked yet.
 * `lost`: ended by the server or in another tab while this page was in use; the page may go on after signing in.
 */
export type SessionState =
  | { status: 'unknown'; user: null; problem: unknown }
  | { status: 'signed-out'; user: null }
  | { status: 'remembered'; user: User }
  | { status: 'signed-in'; user: User }
  | { status: 'lost'; user: User };

interface Token {
  value: string;
  /** On the monotonic clock of this page: the wall clock may be wrong or be changed. */
  expiresAtMs: number;
}

export interface SessionDeps {
  /** Asks for a new token with the refresh cookie. */
  requestRefresh: () => Promise<Response>;
  channel: SessionChannel;
  /** Runs one task at a time over all tabs. */
  exclusively: <T>(task: () => Promise<T>) => Promise<T>;
  memory: SessionMemory;
  nowMs: () => number;
}

const RENEW_BEFORE_MS = 30_000;
/** After this without an answer the page goes on as who is remembered; the answer still counts. */
const PATIENCE_MS = 4_000;

/**
 * Who is signed in on this page. The access token lives in memory only; the refresh token in a cookie that
 * no script can read. Tabs share each new token, and only one of them refreshes at a time.
 */
export class Session {
  private state: SessionState;
  private token: Token | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly flight = createSingleFlight<string | null>();

  constructor(private readonly deps: SessionDeps) {
    this.state = this.remembered();
    deps.channel.listen({
      onSignedIn: (signedIn, ageMs) => this.accept(signedIn, ageMs),
      onSignedOut: () => this.lose(),
    });
  }

  /** Fulfilled when it is known whether somebody was signed in; to be waited for before the first page is shown. */
  async recall(): Promise<void> {
    await this.deps.memory.recall();
    if (this.token === null) this.change(this.remembered());
  }

  snapshot = (): SessionState => this.state;

  /** Calls `listener` after each change; returns the function that ends it. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * A token that is good for a while yet, renewed when need be; null when nobody is signed in.
   * Throws NetworkError or ApiError when renewing was needed and no answer could be had.
   */
  async accessToken(): Promise<string | null> {
    if (this.state.status === 'signed-out' || this.state.status === 'lost') return null;
    const current = this.token;
    if (current && current.expiresAtMs - this.deps.nowMs() > RENEW_BEFORE_MS) return current.value;
    return this.refresh(current?.value ?? null);
  }

  /** The token at hand, without waiting: for requests that anybody may make. */
  currentToken(): string | null {
    return this.token?.value ?? null;
  }

  /** Replaces the token `used`, unless that has been done already; null when the session is over. */
  async refresh(used: string | null): Promise<string | null> {
    if (this.token && this.token.value !== used) return this.token.value;
    return this.flight(() => this.deps.exclusively(() => this.renew(used)));
  }

  /** Takes over the answer of log in or register, and tells the other tabs. */
  adopt(signedIn: SignedIn): void {
    this.accept(signedIn, 0);
    this.deps.channel.signedIn(signedIn);
  }

  /** Forgets the session after a sign-out asked for on this page. */
  end(): void {
    this.token = null;
    this.deps.memory.forget(true);
    this.change({ status: 'signed-out', user: null });
    this.deps.channel.signedOut();
  }

  private remembered(): SessionState {
    return this.deps.memory.wasSignedIn()
      ? { status: 'unknown', user: null, problem: null }
      : { status: 'signed-out', user: null };
  }

  private async renew(used: string | null): Promise<string | null> {
    // While this tab waited for its turn another one may have brought a new token, or the end.
    if (this.token && this.token.value !== used) return this.token.value;
    if (this.state.status === 'signed-out' || this.state.status === 'lost') return null;
    const patience = setTimeout(() => this.goOnUnasked(null), PATIENCE_MS);
    try {
      const response = await this.deps.requestRefresh();
      if (response.status === 401) {
        this.lose();
        return null;
      }
      if (!response.ok) throw await readApiError(response);
      const signedIn = (await response.json()) as SignedIn;
      this.adopt(signedIn);
      return signedIn.accessToken;
    } catch (error) {
      this.goOnUnasked(error);
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  /** The server cannot be asked: the page is for whoever is remembered, or tells what is wrong. */
  private goOnUnasked(problem: unknown): void {
    if (this.state.status !== 'unknown') return;
    const user = this.deps.memory.user();
    if (user) this.change({ status: 'remembered', user });
    else if (problem !== null) this.change({ ...this.state, problem });
  }

  private accept(signedIn: SignedIn, ageMs: number): void {
    this.token = {
      value: signedIn.accessToken,
      expiresAtMs: this.deps.nowMs() + signedIn.expiresInSeconds * 1000 - ageMs,
    };
    this.deps.memory.keep(signedIn.user);
    const { state } = this;
    if (state.status === 'signed-in' && sameUser(state.user, signedIn.user)) return;
    this.change({ status: 'signed-in', user: signedIn.user });
  }

  private lose(): void {
    this.token = null;
    this.deps.memory.forget(false);
    const { user } = this.state;
    this.change(user ? { status: 'lost', user } : { status: 'signed-out', user: null });
  }

  private change(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function sameUser(a: User, b: User): boolean {
  return a.id === b.id && a.role === b.role && a.name === b.name && a.email === b.email;
}
