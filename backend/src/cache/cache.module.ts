import { Global, Module } from '@nestjs/common';
import { CacheService } from './cache.service.js';
import { RedisCacheStore } from './redis-cache.store.js';

@Global()
@Module({ providers: [RedisCacheStore, CacheService], exports: [CacheService, RedisCacheStore] })
export class CacheModule {}
