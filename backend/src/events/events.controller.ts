import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bearerToken } from '../http/bearer-token.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../http/principal.js';
import { EventStreams } from './event-streams.service.js';
import { RateLimit } from '../throttler/limit.decorator.js';

/** Nothing belongs in the address, least of all a token: addresses end up in logs. */
const nothingSchema = z.strictObject({});

@ApiTags('events')
@ApiBearerAuth()
@Policy('signed-in')
@Controller('events')
export class EventsController {
  constructor(private readonly streams: EventStreams) {}

  @Get()
  @RateLimit('events')
  @ApiOperation({
    operationId: 'listenToEvents',
    summary: 'Server-sent events for the one who is signed in; a lost one loses no data',
  })
  @ApiOkResponse({ description: 'text/event-stream; begins with the event `ready`' })
  @ApiTooManyRequestsResponse({ description: 'TOO_MANY_STREAMS' })
  listen(
    @CurrentPrincipal() { userId }: Principal,
    @Query({ schema: nothingSchema }) _query: z.infer<typeof nothingSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    // Fastify answers HEAD by the route of GET, and never ends a stream that it does not send.
    const isHead = request.method === 'HEAD';
    const stream = isHead
      ? Readable.from([])
      : this.streams.open(userId, bearerToken(request) ?? '');
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(stream);
  }
}
