import type { Buffer } from 'node:buffer';

export interface ImageHeader {
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp';
  /** Pixels. */
  width: number;
  height: number;
}

const latin = (bytes: Buffer, from: number, to: number): string =>
  bytes.toString('latin1', from, to);

function png(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 24 || latin(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gif(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 10 || !/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return null;
  return { mime: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

const isFrameMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= bytes.length) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
    } else if (isFrameMarker(marker)) {
      const height = bytes.readUInt16BE(at + 5);
      return { mime: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height };
    } else {
      at += 2 + bytes.readUInt16BE(at + 2);
    }
  }
  return null;
}

function webp(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 30 || latin(bytes, 0, 4) !== 'RIFF' || latin(bytes, 8, 12) !== 'WEBP') {
    return null;
  }
  const mime = 'image/webp';
  const kind = latin(bytes, 12, 16);
  if (kind === 'VP8X') {
    return { mime, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8 ') return null;
  return {
    mime,
    width: bytes.readUInt16LE(26) & 0x3fff,
    height: bytes.readUInt16LE(28) & 0x3fff,
  };
}

function bmp(bytes: Buffer): ImageHeader | null {
  const isBmp = bytes.length >= 26 && latin(bytes, 0, 2) === 'BM' && bytes.readUInt32LE(14) >= 40;
  if (!isBmp) return null;
  const height = Math.abs(bytes.readInt32LE(22));
  return { mime: 'image/bmp', width: bytes.readInt32LE(18), height };
}

/**
 * What a picture is, told by its first bytes and never by its name: PNG, JPEG, GIF, WebP or BMP with its
 * size in pixels; null for everything else (EMF, SVG, TIFF …) and for broken headers.
 */
export function readImageHeader(bytes: Buffer): ImageHeader | null {
  const header = png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? bmp(bytes);
  return header && header.width > 0 && header.height > 0 ? header : null;
}
