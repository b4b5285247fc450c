import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../shared/app-error.js';
import { newId } from '../../shared/ids.js';
import { fileMissing, fileTooLarge, multipartInvalid } from './word-import.errors.js';

const MAX_NAME_LENGTH = 200;

/** One uploaded file and what came with it. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
  uploadKey: string;
  categoryId: string | null;
  batchId: string | null;
}

const fieldsSchema = z.object({
  uploadKey: z.uuid().default(() => newId()),
  categoryId: z.uuid().nullable().default(null),
  batchId: z.uuid().nullable().default(null),
});

/** The last part of whatever path the browser sent, without control characters. */
function safeName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/\p{Cc}/gu, '').trim();
  return clean === '' ? 'quiz.docx' : clean.slice(-MAX_NAME_LENGTH);
}

function fieldsOf(values: Map<string, unknown>): z.infer<typeof fieldsSchema> {
  const result = fieldsSchema.safeParse(Object.fromEntries(values));
  if (result.success) return result.data;
  throw new AppError('VALIDATION_FAILED', 'invalid', 'Some fields are not as they should be.', {
    errors: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

function asUploadError(error: unknown, maxBytes: number): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: unknown }).code;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return fileTooLarge(maxBytes);
  return multipartInvalid(error);
}

/** Reads a multipart request with one file; throws AppErrors that say what is wrong with it. */
export async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      'unsupported-media',
      'Send a multipart/form-data upload.',
    );
  }
  const values = new Map<string, unknown>();
  let file: { name: string; bytes: Buffer } | null = null;
  try {
    for await (const part of request.parts() as AsyncIterable<MultipartFile | MultipartValue>) {
      if (part.type === 'field') values.set(part.fieldname, part.value);
      else {
        // Read whatever its name: the request is only over when every part is.
        const bytes = await part.toBuffer();
        if (part.fieldname === 'file') file = { name: safeName(part.filename), bytes };
      }
    }
  } catch (error) {
    throw asUploadError(error, maxBytes);
  }
  if (file === null) throw fileMissing();
  return { fileName: file.name, bytes: file.bytes, ...fieldsOf(values) };
}
