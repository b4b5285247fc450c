import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** One file of a container; pictures are compressed already and stored as they are. */
export interface ZipFile {
  name: string;
  data: Buffer;
  stored?: boolean;
}

const deflate = promisify(deflateRaw);
const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, so that the same quiz gives the same bytes. */
const DATE = 0x21;

interface Written {
  name: Buffer;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** The fields that a local header and a directory entry share. */
function commonFields({ name, method, crc, packedSize, size }: Written): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function directoryEntry(file: Written): Buffer {
  const madeBy = Buffer.from([20, 0]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(file.offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, commonFields(file), tail, file.name]);
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  const fields = Buffer.alloc(18);
  fields.writeUInt16LE(count, 4);
  fields.writeUInt16LE(count, 6);
  fields.writeUInt32LE(size, 8);
  fields.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), fields]);
}

/** A zip container, piece by piece: only one file of it is in memory at a time, deflated off the main thread. */
export async function* zip(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, data, stored = false } of files) {
    const packed = stored ? data : await deflate(data);
    const file: Written = {
      name: Buffer.from(name, 'utf8'),
      method: stored ? STORED : DEFLATED,
      crc: crc32(data),
      packedSize: packed.length,
      size: data.length,
      offset,
    };
    const header = Buffer.concat([signature(0x04034b50), commonFields(file), file.name]);
    written.push(file);
    offset += header.length + packed.length;
    yield header;
    yield packed;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield directoryEnd(written.length, directory.length, offset);
}
