import { Global, Module } from '@nestjs/common';
import { EventPublisher } from './event-publisher.service.js';
import { EventStreams } from './event-streams.service.js';
import { EventSubscriber } from './event-subscriber.service.js';
import { EventsController } from './events.controller.js';

@Global()
@Module({
  controllers: [EventsController],
  providers: [EventPublisher, EventStreams, EventSubscriber],
  exports: [EventPublisher],
})
export class EventsModule {}
