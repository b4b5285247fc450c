import { z } from 'zod';

/** `limit` of a list request: 1–100, default 20. Query strings only carry text, hence the strict digits. */
export const limitSchema = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 100')
  .transform(Number)
  .pipe(z.number().int().min(1).max(100))
  .default(20);

/** An opaque position in a list, as a previous page returned it. */
export const cursorSchema = z.string().max(512).optional();

/**
 * A moment within a cursor, as text. Cursors can be made up, and the database knows no year 0 and reads no
 * endless fraction of a second.
 */
export const cursorTimeSchema = z.iso
  .datetime()
  .max(30)
  .refine((text) => !text.startsWith('0000'));

/** One page of a list: `nextCursor` asks for the page after, null on the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The response schema of a page of `item`. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Packs the sort values of the last item of a page into an opaque cursor. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values of a cursor, checked against `schema`; null when the cursor was not made by this list. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
