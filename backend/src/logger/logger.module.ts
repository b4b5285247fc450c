import { type DynamicModule, Module } from '@nestjs/common';
import { WINSTON_MODULE_NEST_PROVIDER, WINSTON_MODULE_PROVIDER, WinstonModule } from 'nest-winston';
import type { Logger } from 'winston';
import { AppLogger } from './app-logger.js';

/** Gives every module `AppLogger`, writing to the winston logger of this process. */
@Module({})
export class LoggerModule {
  static for(winston: Logger): DynamicModule {
    // Not `WinstonModule.forRoot`: it makes a logger of its own, without any transport of this one.
    const loggers = [
      { provide: WINSTON_MODULE_PROVIDER, useValue: winston },
      {
        provide: WINSTON_MODULE_NEST_PROVIDER,
        useValue: WinstonModule.createLogger({ instance: winston }),
      },
    ];
    return {
      module: LoggerModule,
      global: true,
      providers: [...loggers, AppLogger],
      exports: [...loggers, AppLogger],
    };
  }
}
