import { Buffer } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { limits } from './limits.js';

/** A picture that browsers cannot show, kept as a file. */
export interface PictureFile {
  mime: 'image/wmf' | 'image/emf' | 'image/tiff';
  /** Pixels at 96 to the inch; 0 where the file does not say. */
  width: number;
  height: number;
  /** Unpacked, where they were packed (EMZ, WMZ). */
  bytes: Buffer;
}

const PIXELS_PER_INCH = 96;
const HUNDREDTHS_OF_MM_PER_INCH = 2540;

const side = (pixels: number): number =>
  Number.isFinite(pixels) ? Math.min(Math.round(Math.abs(pixels)), limits.pictureSidePixels) : 0;

function wmf(bytes: Buffer): PictureFile | null {
  const mime = 'image/wmf';
  if (bytes.length >= 22 && bytes.readUInt32LE(0) === 0x9ac6cdd7) {
    const scale = PIXELS_PER_INCH / Math.max(bytes.readUInt16LE(14), 1);
    const width = side((bytes.readInt16LE(10) - bytes.readInt16LE(6)) * scale);
    const height = side((bytes.readInt16LE(12) - bytes.readInt16LE(8)) * scale);
    return { mime, width, height, bytes };
  }
  const bare = bytes.length >= 18 && /^0[12]00090000(?:01|03)$/.test(bytes.toString('hex', 0, 6));
  return bare ? { mime, width: 0, height: 0, bytes } : null;
}

function emf(bytes: Buffer): PictureFile | null {
  if (bytes.length < 88 || bytes.readUInt32LE(0) !== 1) return null;
  if (bytes.toString('latin1', 40, 44) !== ' EMF') return null;
  const scale = PIXELS_PER_INCH / HUNDREDTHS_OF_MM_PER_INCH;
  const width = side((bytes.readInt32LE(32) - bytes.readInt32LE(24)) * scale);
  const height = side((bytes.readInt32LE(36) - bytes.readInt32LE(28)) * scale);
  return { mime: 'image/emf', width, height, bytes };
}

function tiff(bytes: Buffer): PictureFile | null {
  const isTiff = /^(?:49492a00|4d4d002a)$/.test(bytes.toString('hex', 0, 4));
  return isTiff ? { mime: 'image/tiff', width: 0, height: 0, bytes } : null;
}

function unpacked(bytes: Buffer): Buffer {
  if (bytes.length < 18 || bytes.readUInt16BE(0) !== 0x1f8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.pictureBytes });
  } catch {
    // Not what it claims to be, or far too large: then it is no picture.
    return bytes;
  }
}

/**
 * A picture of a kind that Word shows and browsers do not (WMF, EMF, also packed as WMZ and EMZ, and TIFF),
 * told by its content; null for everything else: unknown bytes are never kept.
 */
export function readPictureFile(packed: Buffer): PictureFile | null {
  const bytes = unpacked(packed);
  return wmf(bytes) ?? emf(bytes) ?? tiff(bytes);
}
