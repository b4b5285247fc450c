import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { SharedConfig } from '../config/shared.config.js';
import { type Prisma, PrismaClient } from '../generated/prisma/client.js';
import { AppLogger } from '../logger/app-logger.js';
import { SilenceWatch } from './silence-watch.js';
import { logSlowQueries } from './slow-query-log.js';

/** A prepared statement: `name` identifies it on each connection and must not be shared by two texts. */
export interface Statement {
  name: string;
  text: string;
}

/** One transaction. Callbacks run after a successful commit, in order; none after a roll-back. */
export interface Transaction {
  /** For repositories only. */
  readonly prisma: Prisma.TransactionClient;
  /** Raw SQL with $1, $2 … in this transaction. */
  query<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  afterCommit(callback: () => void | Promise<void>): void;
}

/** How long what is done for several callers at once may wait for a lock, and take in all. */
const GROUP = { connections: 4, lockTimeoutMs: 50, timeoutMs: 1_000 };
/**
 * One plan whatever the statistics say: the rows of a group are found, and so locked, in the order they are
 * given in. Two groups of different processes then never wait for each other in a circle.
 */
const IN_GIVEN_ORDER = [
  ...['enable_hashjoin=off', 'enable_mergejoin=off', 'enable_seqscan=off'],
  'plan_cache_mode=force_generic_plan',
];

/** The connection pool (limits and time-outs from the settings), and Prisma on top of the same pool. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly groupPool: pg.Pool;
  private readonly silenceWatch: SilenceWatch;
  /** For repositories only. */
  readonly prisma: PrismaClient;

  constructor(
    private readonly config: SharedConfig,
    private readonly logger: AppLogger,
  ) {
    const { poolMin, poolMax, connectTimeoutMs, statementTimeoutMs } = config.database;
    this.silenceWatch = new SilenceWatch(config.database.url, (connections) => {
      logger.warn('database silent: connections given up', { connections });
    });
    this.pool = this.openPool({
      min: poolMin,
      max: poolMax,
      connectionTimeoutMillis: connectTimeoutMs,
      ...timeouts(statementTimeoutMs, 1_000),
    });
    this.groupPool = this.openPool({
      max: GROUP.connections,
      connectionTimeoutMillis: connectTimeoutMs,
      lock_timeout: GROUP.lockTimeoutMs,
      options: IN_GIVEN_ORDER.map((setting) => `-c ${setting}`).join(' '),
      ...timeouts(Math.min(statementTimeoutMs, GROUP.timeoutMs), 500),
    });
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** Runs a prepared statement on a pooled connection and returns its rows. */
  async query<T>(statement: Statement, values: readonly unknown[] = []): Promise<T[]> {
    const result = await this.pool.query({ ...statement, values: [...values] });
    return result.rows as T[];
  }

  /**
   * The same on behalf of several callers at once, on one of four connections of its own: it fails after 50 ms of
   * waiting for a lock, or a second in all, rather than making the others wait. Rows are met in the order in which
   * they are given: by id, where they are written.
   */
  async queryGroup<T>(statement: Statement, values: readonly unknown[]): Promise<T[]> {
    const result = await this.groupPool.query({ ...statement, values: [...values] });
    return result.rows as T[];
  }

  /**
   * Runs `work` in one transaction (read committed) and then its after-commit callbacks. No HTTP or Redis
   * inside `work`. A callback that fails is logged: what was committed stays committed. It may take `timeoutSeconds`
   * (15), and each statement in it the time that any may take.
   */
  async transaction<T>(
    work: (tx: Transaction) => Promise<T>,
    { timeoutSeconds = 15 }: { timeoutSeconds?: number } = {},
  ): Promise<T> {
    const callbacks: (() => void | Promise<void>)[] = [];
    const result = await this.prisma.$transaction(
      (prisma) =>
        work({
          prisma,
          query: (text, values = []) => prisma.$queryRawUnsafe(text, ...values),
          afterCommit: (callback) => callbacks.push(callback),
        }),
      { maxWait: 2_500, timeout: timeoutSeconds * 1000 },
    );
    for (const callback of callbacks) {
      try {
        await callback();
      } catch (error) {
        this.logger.error('after-commit work failed', error);
      }
    }
    return result;
  }

  /** Milliseconds one round trip takes; throws when the database does not answer. */
  async ping(): Promise<number> {
    const begin = performance.now();
    await this.query({ name: 'ping', text: 'SELECT 1' });
    return performance.now() - begin;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    if (!this.pool.ended) await this.pool.end();
    await this.groupPool.end();
    this.silenceWatch.stop();
  }

  private openPool(options: pg.PoolConfig): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.config.database.url,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: 'quizmaster',
      ...options,
    });
    // Without a listener the loss of an idle connection would end the process.
    pool.on('error', (error) =>
      this.logger.warn('database connection lost', { reason: error.message }),
    );
    this.silenceWatch.watch(pool);
    logSlowQueries(pool, this.config.database.slowQueryMs, this.logger);
    return pool;
  }
}

/** The client's own limit covers a server that no longer answers at all. */
function timeouts(statementMs: number, marginMs: number): pg.PoolConfig {
  return {
    statement_timeout: statementMs,
    query_timeout: statementMs + marginMs,
    idle_in_transaction_session_timeout: statementMs,
  };
}
