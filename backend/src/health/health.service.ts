import { Injectable } from '@nestjs/common';
import { RedisCacheStore } from '../cache/redis-cache.store.js';
import { SharedConfig } from '../config/shared.config.js';
import { Database } from '../database/database.service.js';
import { AppLogger } from '../logger/app-logger.js';
import { RedisConnections } from '../redis/redis-connections.js';
import type { HealthDto } from './health.dto.js';

type Service = HealthDto['services']['database'];
type Connections = HealthDto['redis'];

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
    private readonly connections: RedisConnections,
    private readonly config: SharedConfig,
    private readonly logger: AppLogger,
  ) {}

  /** Without Redis everything works, slower: degraded. Without the database nothing does: unhealthy. */
  async check(): Promise<HealthDto> {
    const [database, cache] = await Promise.all([this.databaseState(), this.cacheState()]);
    const redis = this.redisStates();
    const isDown = [cache, ...Object.values(redis)].some(({ status }) => status === 'down');
    const degraded = isDown ? 'degraded' : 'healthy';
    return {
      status: database.status === 'down' ? 'unhealthy' : degraded,
      uptimeSeconds: Math.round(process.uptime()),
      services: { database, cache },
      redis,
    };
  }

  private redisStates(): Connections {
    const states = this.connections.states();
    const told = (purpose: keyof Connections) => ({
      status: states[purpose].state === 'closed' ? ('up' as const) : ('down' as const),
      since: states[purpose].since.toISOString(),
    });
    const cache = this.config.cache.enabled
      ? told('cache')
      : { ...told('cache'), status: 'off' as const };
    return { cache, limits: told('limits'), events: told('events'), queue: told('queue') };
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
