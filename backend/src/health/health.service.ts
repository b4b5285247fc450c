import { Injectable } from '@nestjs/common';
import { RedisCacheStore } from '../cache/redis-cache.store.js';
import { SharedConfig } from '../config/shared.config.js';
import { Database } from '../database/database.service.js';
import { AppLogger } from '../logger/app-logger.js';
import type { HealthDto } from './health.dto.js';

type Service = HealthDto['services']['database'];

const OFF: Service = { status: 'off', latencyMs: null };

function service(latencyMs: number | null): Service {
  return {
    status: latencyMs === null ? 'down' : 'up',
    latencyMs: latencyMs === null ? null : Math.round(latencyMs * 10) / 10,
  };
}

@Injectable()
export class HealthService {
  constructor(
    private readonly database: Database,
    private readonly cache: RedisCacheStore,
    private readonly config: SharedConfig,
    private readonly logger: AppLogger,
  ) {}

  /** Without the cache everything works, slower: degraded. Without the database nothing does: unhealthy. */
  async check(): Promise<HealthDto> {
    const [database, cache] = await Promise.all([this.databaseState(), this.cacheState()]);
    const degraded = cache.status === 'down' ? 'degraded' : 'healthy';
    return {
      status: database.status === 'down' ? 'unhealthy' : degraded,
      uptimeSeconds: Math.round(process.uptime()),
      services: { database, cache },
    };
  }

  private async cacheState(): Promise<Service> {
    return this.config.cache.enabled ? service(await this.cache.ping()) : OFF;
  }

  private async databaseState(): Promise<Service> {
    try {
      return service(await this.database.ping());
    } catch (error) {
      // Whatever the reason, the question asked here is answered: it does not serve.
      this.logger.warn('database does not serve', { reason: error });
      return service(null);
    }
  }
}
