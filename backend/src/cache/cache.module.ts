import { Global, Module } from '@nestjs/common';
import { RedisModule } from '../redis/redis.module.js';
import { CacheService } from './cache.service.js';
import { CacheStatistics } from './cache-statistics.service.js';
import { Changes } from './changes.service.js';
import { RedisCacheStore } from './redis-cache.store.js';
import { WarmUp } from './warm-up.service.js';

@Global()
@Module({
  imports: [RedisModule],
  providers: [RedisCacheStore, CacheStatistics, CacheService, Changes, WarmUp],
  exports: [RedisCacheStore, CacheStatistics, CacheService, Changes, WarmUp],
})
export class CacheModule {}
