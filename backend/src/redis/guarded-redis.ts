import { Cluster, ReplyError } from 'ioredis';
import { within } from '../shared/within.js';
import type { Circuit, CircuitMember } from './circuit.js';
import { connectRedis, type RedisClient } from './connect-redis.js';
import type { RedisTarget } from '../config/redis-target.js';

/** A connection on which nothing was heard for so long, though asked, is replaced: its server may be elsewhere now. */
const SILENCE_MS = 3_000;
/** A server that answers with errors says so once in this time. */
const REPORT_MS = 10_000;

/** What the owner of a connection wants to know of it. */
export interface GuardedRedisListener {
  /** Redis cannot be used, and why: told once, when it goes away, and now and then while it answers with errors. */
  onAway(reason: string): void;
  /** It can be used again, or for the first time. */
  onBack?(): void;
  /** A new connection, before its first command: the server may have forgotten the last things it was told. */
  onConnect?(): void;
}

/**
 * A Redis connection for what the product can do without. It waits for an answer no longer than `timeoutMs`, and from
 * the first failure on not at all, until the server has proved that it is back. No command is ever sent twice.
 */
export class GuardedRedis implements CircuitMember {
  /** For libraries that need the connection itself; its commands are to be given to `attempt` all the same. */
  readonly client: RedisClient;
  private readonly underWay = new Set<(nothing: null) => void>();
  private heardAt = 0;
  private left = false;
  private reportedAt = -REPORT_MS;

  constructor(
    target: RedisTarget,
    private readonly circuit: Circuit,
    private readonly timeoutMs: number,
    private readonly listener: GuardedRedisListener,
  ) {
    this.client = connectRedis(target, {
      lazyConnect: true,
      enableOfflineQueue: false,
      // None: what is under way when a connection breaks is told so, and not sent again on the next.
      maxRetriesPerRequest: 0,
    });
    this.client.on('error', (error: Error) => this.circuit.open(error.message));
    this.client.on('close', () => this.circuit.open('connection closed'));
    this.client.on('ready', () => this.circuit.connected());
    this.client.on('connect', () => this.listener.onConnect?.());
    // Of a cluster: a node that comes (back).
    this.client.on('+node', () => this.listener.onConnect?.());
  }

  /** Begins to connect; a server that is away now is found when it comes. */
  connect(): void {
    this.heardAt = performance.now();
    this.circuit.join(this);
    this.client.connect().catch((error: Error) => this.circuit.open(error.message));
  }

  disconnect(): void {
    this.left = true;
    this.circuit.leave(this);
    this.client.removeAllListeners('close');
    this.client.disconnect();
    this.away();
  }

  /** The result of `command`; null, at once or after `timeoutMs` at most, while Redis is away or answers with an error. */
  async attempt<T>(command: (redis: RedisClient) => Promise<T>): Promise<{ value: T } | null> {
    if (!this.circuit.isClosed || this.client.status !== 'ready') return null;
    const { promise: nothing, resolve: giveUp } = Promise.withResolvers<null>();
    this.underWay.add(giveUp);
    const answer = within(command(this.client), this.timeoutMs).then((value) => ({ value }));
    try {
      return await Promise.race([answer, nothing]);
    } catch (error) {
      this.failed(error);
      return null;
    } finally {
      this.underWay.delete(giveUp);
    }
  }

  async probe(): Promise<void> {
    try {
      await within(ask(this.client), this.timeoutMs);
      this.heardAt = performance.now();
    } catch (error) {
      this.replaceSilent();
      throw error;
    }
  }

  away(reason?: string): void {
    for (const giveUp of this.underWay) giveUp(null);
    this.underWay.clear();
    if (reason !== undefined) this.listener.onAway(reason);
  }

  back(): void {
    this.listener.onBack?.();
  }

  /** A server that answers, with an error, is there: it is not asked less for that. */
  private failed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof ReplyError)) return this.circuit.open(reason);
    if (performance.now() - this.reportedAt < REPORT_MS) return;
    this.reportedAt = performance.now();
    this.listener.onAway(reason);
  }

  /**
   * Only what is connected: a client told to reconnect while its sentinels are being asked gives up for good, and has
   * to be begun again.
   */
  private replaceSilent(): void {
    const { status } = this.client;
    if (status === 'end' && !this.left)
      this.client.connect().catch((error: Error) => this.circuit.open(error.message));
    if (status !== 'ready' && status !== 'connect') return;
    if (performance.now() - this.heardAt < SILENCE_MS) return;
    this.heardAt = performance.now();
    if (!(this.client instanceof Cluster)) this.client.disconnect(true);
    else for (const node of this.client.nodes('master')) node.disconnect();
  }
}

/** Fulfilled when the server, or each primary of the cluster, can be used. */
async function ask(client: RedisClient): Promise<void> {
  if (client.status !== 'ready') throw new Error('not connected');
  if (!(client instanceof Cluster)) return void (await client.ping());
  const infos = await Promise.all(client.nodes('master').map((node) => node.cluster('INFO')));
  if (!infos.every((info) => String(info).includes('cluster_state:ok')))
    throw new Error('the cluster is incomplete');
}
