import { z } from 'zod';
import { AppError } from './app-error.js';

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

/**
 * One page of a list: `nextCursor` asks for the page after it, null on the last; `prevCursor` for the one before, null
 * on the first. Both pages come in the order of the list.
 */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  prevCursor: string | null;
}

/** The response schema of a page of `item`. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    prevCursor: z.string().nullable(),
  });
}

/** Sort values of an item of a list, and which side of it a page is on. */
export interface Position<T> {
  side: 'after' | 'before';
  at: T;
}

/** Packs the sort values of an item into an opaque cursor of the page beside it. */
export function encodeCursor(
  values: readonly (string | number)[],
  side: Position<unknown>['side'] = 'after',
): string {
  const packed = side === 'after' ? values : { before: values };
  return Buffer.from(JSON.stringify(packed)).toString('base64url');
}

/** The position that a cursor stands for, checked against `schema`; null when it was not made by this list. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): Position<T> | null {
  const packed = z.union([
    schema.transform((at): Position<T> => ({ side: 'after', at })),
    z
      .strictObject({ before: schema })
      .transform(({ before }): Position<T> => ({ side: 'before', at: before })),
  ]);
  try {
    const parsed = packed.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The position that a request asks for, null for the first page. Throws VALIDATION_FAILED for a cursor of another list. */
export function readCursor<T>(
  cursor: string | undefined,
  schema: z.ZodType<T>,
): Position<T> | null {
  if (cursor === undefined) return null;
  const position = decodeCursor(cursor, schema);
  if (position !== null) return position;
  throw new AppError('VALIDATION_FAILED', 'invalid', 'This page marker is not one of this list.', {
    errors: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
}

/**
 * Makes a page of up to `limit + 1` rows, those nearest to the position first: before it they come against the order of
 * the list. `valuesOf` tells the sort values of a row.
 */
export function toPage<T>(
  rows: readonly T[],
  { limit, position }: { limit: number; position: Position<unknown> | null },
  valuesOf: (row: T) => readonly (string | number)[],
): Page<T> {
  const items = rows.slice(0, limit);
  const more = rows.length > limit;
  const backward = position?.side === 'before';
  if (backward) items.reverse();
  const [first, last] = [items[0], items.at(-1)];
  const [hasBefore, hasAfter] = backward ? [more, true] : [position !== null, more];
  return {
    items,
    nextCursor: last !== undefined && hasAfter ? encodeCursor(valuesOf(last)) : null,
    prevCursor: first !== undefined && hasBefore ? encodeCursor(valuesOf(first), 'before') : null,
  };
}
