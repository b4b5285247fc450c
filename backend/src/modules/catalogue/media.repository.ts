import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';

export interface StoredMedia {
  mime: string;
  bytes: Uint8Array;
}

@Injectable()
export class MediaRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<StoredMedia | null> {
    return this.database.prisma.media.findUnique({
      where: { id },
      select: { mime: true, bytes: true },
    });
  }
}
