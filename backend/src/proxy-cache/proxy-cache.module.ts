import { type DynamicModule, Module } from '@nestjs/common';
import { ProxyCacheController } from './proxy-cache.controller.js';
import { ProxyCache } from './proxy-cache.service.js';

/** Every process that may change the catalogue has it; only the API lets admins ask for it. */
@Module({})
export class ProxyCacheModule {
  static for(process: 'api' | 'worker'): DynamicModule {
    return {
      module: ProxyCacheModule,
      providers: [ProxyCache],
      controllers: process === 'api' ? [ProxyCacheController] : [],
    };
  }
}
