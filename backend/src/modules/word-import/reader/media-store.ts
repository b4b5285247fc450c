import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { ParseFailure } from '../domain/parse-failure.js';
import type { DocumentMedia, ImageFault, SourceImage } from '../domain/source-document.js';
import { readImageHeader, type ImageHeader } from './image-header.js';
import { limits } from './limits.js';
import { readPictureFile } from './picture-file.js';
import type { PictureReference } from './pictures.js';
import { safeSvg } from './svg.js';
import type { ZipPackage } from './zip-package.js';

type Stored = Pick<SourceImage, 'sha256' | 'fault' | 'file'>;

const nothing = (fault: ImageFault): Stored => ({ sha256: null, fault, file: null });

type Picture = Omit<DocumentMedia, 'sha256' | 'base64'> & { bytes: Buffer };

/** The pictures a document really shows, each read once, checked by content and known by its SHA-256. */
export class MediaStore {
  private readonly byPart = new Map<string, Stored>();
  private readonly media = new Map<string, DocumentMedia>();
  private totalBytes = 0;
  /** Drawings (SVG) that lost nothing by being made safe: better than the picture beside them. */
  private readonly wholeDrawings = new Set<string>();

  constructor(private readonly zip: ZipPackage) {}

  list(): DocumentMedia[] {
    return [...this.media.values()];
  }

  async resolve({ part, svgPart, fault, ...shown }: PictureReference): Promise<SourceImage> {
    const drawing = svgPart === null ? null : await this.stored(svgPart);
    const preferred = drawing?.sha256 && (part === null || this.wholeDrawings.has(drawing.sha256));
    if (drawing && preferred) return { ...shown, ...drawing };
    if (part === null) return { ...shown, sha256: null, file: null, fault };
    return { ...shown, ...(await this.stored(part)) };
  }

  private async stored(part: string): Promise<Stored> {
    const stored = this.byPart.get(part) ?? (await this.load(part));
    this.byPart.set(part, stored);
    return stored;
  }

  private async load(part: string): Promise<Stored> {
    const bytes = await this.zip.read(part, limits.pictureBytes);
    if (!bytes) return nothing('IMAGE_MISSING');
    const header = readImageHeader(bytes);
    if (header) {
      refuseHuge(part, header);
      return { sha256: this.keep({ ...header, bytes }), fault: null, file: null };
    }
    const drawing = safeSvg(bytes);
    if (drawing) {
      const { whole, ...picture } = drawing;
      const sha256 = this.keep({ mime: 'image/svg+xml', ...picture });
      if (whole) this.wholeDrawings.add(sha256);
      return { sha256, fault: null, file: null };
    }
    const file = readPictureFile(bytes);
    if (!file) return nothing('IMAGE_FORMAT');
    return { sha256: this.keep(file), fault: 'IMAGE_FORMAT', file: file.mime };
  }

  /** The hash a picture is known by; the same bytes are kept once. */
  private keep({ bytes, mime, width, height }: Picture): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (this.media.has(sha256)) return sha256;
    this.totalBytes += bytes.length;
    if (this.totalBytes > limits.totalPictureBytes) {
      throw new ParseFailure('DOC_LIMIT', 'too many bytes of pictures');
    }
    this.media.set(sha256, { sha256, mime, width, height, base64: bytes.toString('base64') });
    return sha256;
  }
}

function refuseHuge(part: string, { width, height }: ImageHeader): void {
  const tooLarge =
    Math.max(width, height) > limits.pictureSidePixels || width * height > limits.pictureAreaPixels;
  if (tooLarge) throw new ParseFailure('DOC_LIMIT', `${part}: ${width} x ${height} pixels`);
}
