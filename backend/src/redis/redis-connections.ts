import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { REDIS_PURPOSES, type RedisPurpose } from '../config/redis-target.js';
import { SharedConfig } from '../config/shared.config.js';
import { Circuit, type CircuitState } from './circuit.js';
import { connectRedis, type RedisClient } from './connect-redis.js';
import { GuardedRedis, type GuardedRedisListener } from './guarded-redis.js';

/** Makes the connections of a process, and knows how the servers behind them are. */
@Injectable()
export class RedisConnections implements OnApplicationBootstrap {
  /** By server: purposes that share one learn from one another that it is away. */
  private readonly circuits = new Map<string, Circuit>();

  constructor(private readonly config: SharedConfig) {}

  /** A process that says it is ready has its Redis, if there is one. */
  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([...this.circuits.values()].map(({ known }) => known));
  }

  /** A connection that requests may wait for. Whoever asks for it connects and disconnects it. */
  guarded(purpose: RedisPurpose, listener: GuardedRedisListener): GuardedRedis {
    const { targets, commandTimeoutMs } = this.config.redis;
    return new GuardedRedis(targets[purpose], this.circuit(purpose), commandTimeoutMs, listener);
  }

  /** A connection that waits for Redis as long as it takes: for subscribing, and for blocking on a queue. */
  patient(purpose: RedisPurpose): RedisClient {
    return connectRedis(this.config.redis.targets[purpose], { maxRetriesPerRequest: null });
  }

  /** How the Redis of each purpose is. */
  states(): Record<RedisPurpose, CircuitState> {
    const entries = REDIS_PURPOSES.map(
      (purpose) => [purpose, this.circuit(purpose).state] as const,
    );
    return Object.fromEntries(entries) as Record<RedisPurpose, CircuitState>;
  }

  private circuit(purpose: RedisPurpose): Circuit {
    const server = JSON.stringify(this.config.redis.targets[purpose]);
    const circuit = this.circuits.get(server) ?? new Circuit();
    this.circuits.set(server, circuit);
    return circuit;
  }
}
