import { Injectable } from '@nestjs/common';
import { CacheService } from '../cache/cache.service.js';
import { CacheStatistics } from '../cache/cache-statistics.service.js';
import { COUNTED, hitRate, noCounts, type Counts } from '../cache/cache-statistics.js';
import { allFamilies } from '../cache/define-cache.js';
import { SharedConfig } from '../config/shared.config.js';
import { AppLogger } from '../logger/app-logger.js';
import { RedisConnections } from '../redis/redis-connections.js';
import { notFound } from '../shared/app-error.js';
import type { CacheMetricsDto } from './cache-metrics.dto.js';

/** What the cache did, for admins. */
@Injectable()
export class CacheMetrics {
  constructor(
    private readonly cache: CacheService,
    private readonly statistics: CacheStatistics,
    private readonly connections: RedisConnections,
    private readonly config: SharedConfig,
    private readonly logger: AppLogger,
  ) {}

  async report(): Promise<CacheMetricsDto> {
    const { scope, since, latencyMs, families } = await this.statistics.report();
    const { enabled, rolloutPercent } = this.config.cache;
    return {
      ...{ enabled, rolloutPercent, scope, latencyMs },
      since: since.toISOString(),
      connection: this.connection(),
      total: withRate(sumOf([...families.values()])),
      families: allFamilies().map((family) => ({
        name: family.name,
        ttlSeconds: this.cache.ttlSeconds(family),
        ...withRate(families.get(family.name) ?? noCounts()),
      })),
    };
  }

  async reset(): Promise<CacheMetricsDto> {
    await this.statistics.reset();
    this.logger.info('cache statistics reset');
    return this.report();
  }

  /** @throws AppError NOT_FOUND */
  async clear(name: string): Promise<void> {
    const family = this.cache.findFamily(name);
    if (family === null) throw notFound('cache');
    await this.cache.clear(family);
    this.logger.info('cache cleared', { family: name });
  }

  private connection(): CacheMetricsDto['connection'] {
    if (!this.config.cache.enabled) return { state: 'off', since: null, lastError: null };
    const { state, since, lastError } = this.connections.states().cache;
    return { state: state === 'closed' ? 'up' : 'down', since: since.toISOString(), lastError };
  }
}

function withRate(counts: Counts): Counts & { hitRate: number | null } {
  return { ...counts, hitRate: hitRate(counts) };
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) for (const what of COUNTED) sum[what] += counts[what];
  return sum;
}
