import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SharedConfig } from '../config/shared.config.js';
import { AppLogger } from '../logger/app-logger.js';
import { RedisCacheStore } from './redis-cache.store.js';

/** How long Redis is waited for, and how long all of it may take. */
const LIMITS = { connectSeconds: 10, workSeconds: 30 };
const PAUSE_MS = 100;

/** One value that is likely to be read soon; reads it through the cache. */
export type WarmUpStep = () => Promise<unknown>;

/**
 * Reads what is read most, one after the other in the background, so that the first visitors after a start do not
 * wait for the database. Features say what that is. Nothing depends on it, and nobody waits for it.
 */
@Injectable()
export class WarmUp implements OnModuleDestroy {
  private readonly plans: (() => Promise<WarmUpStep[]>)[] = [];
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: RedisCacheStore,
    private readonly config: SharedConfig,
    private readonly logger: AppLogger,
  ) {}

  /** `plan` is asked when it begins. */
  add(plan: () => Promise<WarmUpStep[]>): void {
    this.plans.push(plan);
  }

  start(): void {
    const { enabled, warmUp } = this.config.cache;
    if (enabled && warmUp) this.running = this.run();
  }

  /** Fulfilled when there is nothing more to do, or it was stopped. */
  done(): Promise<void> {
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const begin = performance.now();
    try {
      if (!(await this.isReachable())) return;
      let steps = 0;
      for (const plan of this.plans) {
        for (const step of this.mayGoOn(begin) ? await plan() : []) {
          if (!this.mayGoOn(begin)) break;
          await step();
          steps += 1;
        }
      }
      const durationMs = Math.round(performance.now() - begin);
      this.logger.info('cache warmed up', { steps, durationMs });
    } catch (error) {
      // Whoever asks for it loads it.
      this.logger.warn('warming up the cache ended early', { reason: error });
    }
  }

  private mayGoOn(begin: number): boolean {
    return !this.stopping.signal.aborted && performance.now() - begin < LIMITS.workSeconds * 1000;
  }

  private async isReachable(): Promise<boolean> {
    for (let round = 0; round < (LIMITS.connectSeconds * 1000) / PAUSE_MS; round += 1) {
      if (this.stopping.signal.aborted) return false;
      if ((await this.store.ping()) !== null) return true;
      await delay(PAUSE_MS);
    }
    return false;
  }
}
