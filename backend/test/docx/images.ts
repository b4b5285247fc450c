import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG whose header claims this size; the pixels of small ones are really there. */
export function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 2;
  const rows =
    width * height <= 10_000 ? Buffer.alloc((width * 3 + 1) * height, 0x7f) : Buffer.alloc(1);
  for (let row = 0; row < height && rows.length > 1; row += 1) rows[row * (width * 3 + 1)] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The header of a placeable WMF of so many units, 1000 to the inch. */
export function wmf(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.writeUInt32LE(0x9ac6cdd7, 0);
  bytes.writeInt16LE(width, 10);
  bytes.writeInt16LE(height, 12);
  bytes.writeUInt16LE(1000, 14);
  return bytes;
}

/** The header of an EMF of so many hundredths of a millimetre. */
export function emf(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(108);
  bytes.writeUInt32LE(1, 0);
  bytes.writeInt32LE(width, 32);
  bytes.writeInt32LE(height, 36);
  bytes.write(' EMF', 40, 'latin1');
  return bytes;
}

/** The first bytes of a GIF, JPEG and WebP of 3 × 2 pixels: as much as tells what they are. */
export const smallImages: Record<string, Buffer> = {
  'image/gif': Buffer.from('GIF89a\x03\x00\x02\x00\x00\x00\x00', 'latin1'),
  'image/jpeg': Buffer.from('ffd8ffe000040000ffc0000b0800020003011100ffd9', 'hex'),
  'image/bmp': Buffer.concat([
    Buffer.from('BM\x3a\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00', 'latin1'),
    Buffer.from('280000000300000002000000', 'hex'),
  ]),
  'image/webp': Buffer.concat([
    Buffer.from('RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00', 'latin1'),
    Buffer.from('00000000020000010000', 'hex'),
  ]),
};
