import { Global, Module } from '@nestjs/common';
import { RedisModule } from '../redis/redis.module.js';
import { CacheService } from './cache.service.js';
import { CacheStatistics } from './cache-statistics.service.js';
import { Changes } from './changes.service.js';
import { RedisCacheStore } from './redis-cache.store.js';

@Global()
@Module({
  imports: [RedisModule],
  providers: [RedisCacheStore, CacheStatistics, CacheService, Changes],
  exports: [RedisCacheStore, CacheStatistics, CacheService, Changes],
})
export class CacheModule {}
