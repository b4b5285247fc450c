import { createHash } from 'node:crypto';
import { ParseFailure } from '../domain/parse-failure.js';
import type { DocumentMedia, ImageFault, SourceImage } from '../domain/source-document.js';
import { readImageHeader } from './image-header.js';
import { limits } from './limits.js';
import type { PictureReference } from './pictures.js';
import type { ZipPackage } from './zip-package.js';

type Stored = { sha256: string; fault: null } | { sha256: null; fault: ImageFault };

/** The pictures a document really shows, each read once, checked by content and known by its SHA-256. */
export class MediaStore {
  private readonly byPart = new Map<string, Stored>();
  private readonly media = new Map<string, DocumentMedia>();
  private totalBytes = 0;

  constructor(private readonly zip: ZipPackage) {}

  list(): DocumentMedia[] {
    return [...this.media.values()];
  }

  async resolve({ part, fault, ...shown }: PictureReference): Promise<SourceImage> {
    if (part === null) return { ...shown, sha256: null, fault };
    const stored = this.byPart.get(part) ?? (await this.load(part));
    this.byPart.set(part, stored);
    return { ...shown, ...stored };
  }

  private async load(part: string): Promise<Stored> {
    const bytes = await this.zip.read(part, limits.pictureBytes);
    if (!bytes) return { sha256: null, fault: 'IMAGE_MISSING' };
    const header = readImageHeader(bytes);
    if (!header) return { sha256: null, fault: 'IMAGE_FORMAT' };
    const { width, height, mime } = header;
    const tooLarge =
      Math.max(width, height) > limits.pictureSidePixels ||
      width * height > limits.pictureAreaPixels;
    if (tooLarge) throw new ParseFailure('DOC_LIMIT', `${part}: ${width} x ${height} pixels`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.media.has(sha256)) {
      this.totalBytes += bytes.length;
      if (this.totalBytes > limits.totalPictureBytes) {
        throw new ParseFailure('DOC_LIMIT', 'too many bytes of pictures');
      }
      this.media.set(sha256, { sha256, mime, width, height, base64: bytes.toString('base64') });
    }
    return { sha256, fault: null };
  }
}
