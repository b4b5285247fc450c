import { type DynamicModule, Module } from '@nestjs/common';
import { WinstonModule } from 'nest-winston';
import type { Logger } from 'winston';
import { AppLogger } from './app-logger.js';

/** Gives every module `AppLogger`, writing to the winston logger of this process. */
@Module({})
export class LoggerModule {
  static for(winston: Logger): DynamicModule {
    return {
      module: LoggerModule,
      global: true,
      imports: [WinstonModule.forRoot({ instance: winston })],
      providers: [AppLogger],
      exports: [AppLogger],
    };
  }
}
