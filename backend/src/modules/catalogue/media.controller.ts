import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Policy } from '../../http/policy.decorator.js';
import { MediaService } from './media.service.js';
import { RateLimit } from '../../throttler/limit.decorator.js';

/** Nothing a picture holds may load or run; a drawing alone may style itself and show what it carries inside. */
function policyOf(mime: string): string {
  const drawing = mime === 'image/svg+xml' ? "style-src 'unsafe-inline'; img-src data:; " : '';
  return `default-src 'none'; ${drawing}sandbox`;
}

/** Kinds that browsers cannot show, and the names of such files. */
const files = new Map([
  ['image/wmf', 'picture.wmf'],
  ['image/emf', 'picture.emf'],
  ['image/tiff', 'picture.tiff'],
]);

function dispositionOf(mime: string): string {
  const name = files.get(mime);
  return name === undefined ? 'inline' : `attachment; filename="${name}"`;
}

/**
 * Pictures of questions. An `<img>` cannot carry an access token, so the address is the permission: 122 random
 * bits, handed out only with questions that the reader may see. It never changes its content.
 */
@ApiTags('media')
@Policy('public')
@Controller('media')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Get(':id')
  @RateLimit('media')
  @ApiOperation({ operationId: 'getMedia', summary: 'A picture of a question' })
  @ApiOkResponse({ description: 'The picture', content: { 'image/*': {} } })
  async get(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mime, bytes } = await this.media.get(id);
    await reply
      .header('content-type', mime)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', policyOf(mime))
      .header('content-disposition', dispositionOf(mime))
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
}
