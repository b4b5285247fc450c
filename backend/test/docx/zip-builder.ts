import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  data: Buffer | string;
  /** What the headers claim the inflated size to be, when they lie. */
  claimedSize?: number;
  /** Sets the flag of an encrypted entry. */
  encrypted?: boolean;
}

interface Prepared {
  name: Buffer;
  compressed: Buffer;
  size: number;
  crc: number;
  flags: number;
}

/** Made once: a container of 65 000 empty entries would take half a minute to deflate. */
const nothing = deflateRawSync(Buffer.alloc(0));

function prepare({ name, data, claimedSize, encrypted = false }: ZipEntry): Prepared {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  return {
    name: Buffer.from(name, 'utf8'),
    compressed: bytes.length === 0 ? nothing : deflateRawSync(bytes),
    size: claimedSize ?? bytes.length,
    crc: crc32(bytes),
    flags: 0x0800 | (encrypted ? 1 : 0),
  };
}

/** The fields that a local header and a directory entry share. */
function commonFields({ name, compressed, size, crc, flags }: Prepared): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(compressed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function signed(signature: number, ...parts: Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return Buffer.concat([head, ...parts]);
}

function directoryEntry(entry: Prepared, offset: number): Buffer {
  const madeBy = Buffer.from([20, 0]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return signed(0x02014b50, madeBy, commonFields(entry), tail, entry.name);
}

/** A zip container written by hand, so that it can be wrong on purpose. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries.map(prepare)) {
    const file = signed(0x04034b50, commonFields(entry), entry.name, entry.compressed);
    directory.push(directoryEntry(entry, offset));
    files.push(file);
    offset += file.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listing, signed(0x06054b50, end)]);
}
