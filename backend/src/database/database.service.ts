import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { SharedConfig } from '../config/shared.config.js';
import { type Prisma, PrismaClient } from '../generated/prisma/client.js';
import { AppLogger } from '../logger/app-logger.js';

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

/** The connection pool (limits and time-outs from the settings), and Prisma on top of the same pool. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  /** For repositories only. */
  readonly prisma: PrismaClient;

  constructor(
    config: SharedConfig,
    private readonly logger: AppLogger,
  ) {
    const { url, poolMin, poolMax, connectTimeoutMs, statementTimeoutMs } = config.database;
    this.pool = new pg.Pool({
      connectionString: url,
      min: poolMin,
      max: poolMax,
      connectionTimeoutMillis: connectTimeoutMs,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      statement_timeout: statementTimeoutMs,
      // The client's own limit covers a server that no longer answers at all.
      query_timeout: statementTimeoutMs + 1_000,
      idle_in_transaction_session_timeout: statementTimeoutMs,
      application_name: 'quizmaster',
    });
    // Without a listener the loss of an idle connection would end the process.
    this.pool.on('error', (error) =>
      logger.warn('database connection lost', { reason: error.message }),
    );
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** Runs a prepared statement on a pooled connection and returns its rows. */
  async query<T>(statement: Statement, values: readonly unknown[] = []): Promise<T[]> {
    const result = await this.pool.query({ ...statement, values: [...values] });
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
  }
}
