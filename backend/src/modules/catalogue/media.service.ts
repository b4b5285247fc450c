import { Injectable } from '@nestjs/common';
import { notFound } from '../../shared/app-error.js';
import { MediaRepository, type StoredMedia } from './media.repository.js';

@Injectable()
export class MediaService {
  constructor(private readonly media: MediaRepository) {}

  async get(id: string): Promise<StoredMedia> {
    const media = await this.media.find(id);
    if (media === null) throw notFound('picture');
    return media;
  }
}
