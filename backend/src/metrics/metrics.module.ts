import { Module } from '@nestjs/common';
import { CacheMetricsController } from './cache-metrics.controller.js';
import { CacheMetrics } from './cache-metrics.service.js';

@Module({ controllers: [CacheMetricsController], providers: [CacheMetrics] })
export class MetricsModule {}
