import { type DynamicModule, Module } from '@nestjs/common';
import { ApiConfig } from './api.config.js';
import { SharedConfig } from './shared.config.js';
import { WorkerConfig } from './worker.config.js';

/** Makes the settings injectable: `SharedConfig` everywhere, and the class of the process that runs. */
@Module({})
export class ConfigModule {
  static for(config: SharedConfig): DynamicModule {
    const own = [ApiConfig, WorkerConfig].find((type) => config instanceof type);
    const providers = [
      { provide: SharedConfig, useValue: config },
      ...(own === undefined ? [] : [{ provide: own, useValue: config }]),
    ];
    return { module: ConfigModule, global: true, providers, exports: providers };
  }
}
