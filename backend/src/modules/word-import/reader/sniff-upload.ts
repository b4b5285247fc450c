import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import type { ParseFailureCode } from '../domain/parse-failure.js';

export type SniffResult =
  | { ok: true }
  | {
      ok: false;
      code: Extract<
        ParseFailureCode,
        'EMPTY_FILE' | 'LEGACY_DOC' | 'ENCRYPTED' | 'NOT_DOCX' | 'MACRO_ENABLED'
      >;
    };

const oleSignature = 'd0cf11e0a1b11ae1';
const zipSignatures = ['504b0304', '504b0506', '504b0708'];
const centralEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** The end record is 22 bytes and a comment of at most 65 535. */
const longestEndRecord = 22 + 0xffff;
const entriesLookedAt = 2000;
const contentTypesLimit = 1024 * 1024;

/** The stream that holds a password-protected document; names in an OLE container are UTF-16. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

function sniffOle(bytes: Buffer): SniffResult {
  const encrypted = bytes.includes(encryptedStream);
  return { ok: false, code: encrypted ? 'ENCRYPTED' : 'LEGACY_DOC' };
}

function findDirectory(bytes: Buffer): number | null {
  const from = Math.max(0, bytes.length - longestEndRecord);
  for (let at = bytes.length - 22; at >= from; at -= 1) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return bytes.readUInt32LE(at + 16);
  }
  return null;
}

/** Inflates one entry of the directory; null when it is damaged or beyond the limit. */
function inflateEntry(bytes: Buffer, entry: number): string | null {
  const method = bytes.readUInt16LE(entry + 10);
  const compressed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (local + 30 > bytes.length) return null;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(start, start + compressed);
  if (method === 0) return data.toString('utf8');
  try {
    return inflateRawSync(data, { maxOutputLength: contentTypesLimit }).toString('utf8');
  } catch (error) {
    // A damaged or oversized entry is the parser's to report; the upload only looks for macros.
    if (error instanceof Error) return null;
    throw error;
  }
}

function readContentTypes(bytes: Buffer): string | null {
  let at = findDirectory(bytes);
  for (let count = 0; at !== null && count < entriesLookedAt; count += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralEntry) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.toLowerCase() === '[content_types].xml') return inflateEntry(bytes, at);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return null;
}

const macroType = /macroEnabled|vnd\.ms-office\.vbaProject/i;

/**
 * A cheap look at an upload, told by its bytes and never by its name: what can be refused at once. A zip
 * container is accepted here, whatever is in it; the parser says whether it is a document.
 */
export function sniffUpload(bytes: Buffer): SniffResult {
  if (bytes.length === 0) return { ok: false, code: 'EMPTY_FILE' };
  if (bytes.toString('hex', 0, 8) === oleSignature) return sniffOle(bytes);
  if (!zipSignatures.includes(bytes.toString('hex', 0, 4))) return { ok: false, code: 'NOT_DOCX' };
  const types = bytes.length < 22 ? null : readContentTypes(bytes);
  return types !== null && macroType.test(types)
    ? { ok: false, code: 'MACRO_ENABLED' }
    : { ok: true };
}
