import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ParseFailure } from '../domain/parse-failure.js';
import { limits } from './limits.js';

/** The parts of a document by name, inflated on demand and counted by their real bytes. */
export interface ZipPackage {
  has(name: string): boolean;
  /** Inflates a part chunk by chunk; a missing part is NOT_DOCX. */
  stream(name: string, onChunk: (chunk: Buffer) => void): Promise<void>;
  /** A whole part in memory, or null when there is none. */
  read(name: string, maxBytes?: number): Promise<Buffer | null>;
}

/** Part names compare without regard to case (OPC §6.2.2.3) and without a leading slash. */
const partKey = (name: string): string => name.replace(/^\//, '').toLowerCase();

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here: yauzl would refuse the whole file for one `../` name, which nobody follows.
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
    fromBuffer(bytes, options, (error, zip) => {
      if (error) reject(new ParseFailure('ZIP_INVALID', error.message, { cause: error }));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let count = 0;
    zip.on('error', (error: Error) =>
      reject(new ParseFailure('ZIP_INVALID', error.message, { cause: error })),
    );
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      count += 1;
      if (count > limits.zipEntries) {
        reject(new ParseFailure('ZIP_LIMIT', `more than ${limits.zipEntries} entries`));
        return;
      }
      const key = partKey(String(entry.fileName));
      if (!entries.has(key)) entries.set(key, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(new ParseFailure('ZIP_INVALID', error.message, { cause: error }));
      else resolve(stream);
    });
  });
}

class InflatedBytes {
  private total = 0;

  /** Counts what really came out of a part, whatever its header claimed. */
  add(entry: Entry, partBytes: number, chunkBytes: number, maxBytes: number): void {
    this.total += chunkBytes;
    const tooDense =
      partBytes > limits.ratioFreeBytes &&
      partBytes > entry.compressedSize * limits.compressionRatio;
    if (partBytes > maxBytes || tooDense || this.total > limits.totalInflatedBytes) {
      throw new ParseFailure('ZIP_LIMIT', `${String(entry.fileName)}: ${partBytes} bytes`);
    }
  }
}

function refuseUnreadable(entry: Entry): void {
  if ((entry.generalPurposeBitFlag & 1) !== 0) {
    throw new ParseFailure('ZIP_INVALID', `${String(entry.fileName)} is encrypted`);
  }
}

/**
 * Opens a document's container. Limits on entries, inflated bytes and compression ratio hold for the
 * real bytes, not for what the headers say. @throws ParseFailure ZIP_INVALID | ZIP_LIMIT | NOT_DOCX
 */
export async function openPackage(bytes: Buffer): Promise<ZipPackage> {
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.zipEntries) {
    throw new ParseFailure('ZIP_LIMIT', `${zip.entryCount} entries`);
  }
  const entries = await listEntries(zip);
  const inflated = new InflatedBytes();

  const pump = async (
    entry: Entry,
    onChunk: (chunk: Buffer) => void,
    maxBytes: number,
  ): Promise<void> => {
    refuseUnreadable(entry);
    const stream = await openEntry(zip, entry);
    let partBytes = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        partBytes += chunk.length;
        inflated.add(entry, partBytes, chunk.length, maxBytes);
        onChunk(chunk);
      }
    } catch (error) {
      if (error instanceof ParseFailure) throw error;
      throw new ParseFailure('ZIP_INVALID', String(error), { cause: error });
    } finally {
      stream.destroy();
    }
  };

  return {
    has: (name) => entries.has(partKey(name)),
    async stream(name, onChunk) {
      const entry = entries.get(partKey(name));
      if (!entry) throw new ParseFailure('NOT_DOCX', `no part ${name}`);
      await pump(entry, onChunk, limits.partInflatedBytes);
    },
    async read(name, maxBytes = limits.partInflatedBytes) {
      const entry = entries.get(partKey(name));
      if (!entry) return null;
      const chunks: Buffer[] = [];
      await pump(entry, (chunk) => chunks.push(chunk), maxBytes);
      return Buffer.concat(chunks);
    },
  };
}
