import { z } from 'zod';

/** Control characters but for tab and line break, and the marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const UNSEEN_BUT_LINES = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** One line of text that people give: trimmed, at most `max` characters, nothing that cannot be seen. */
export function lineSchema(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((value) => !UNSEEN.test(value), 'must not contain control characters');
}

/** The same with line breaks. */
export function linesSchema(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((value) => !hasUnseen(value), 'must not contain control characters');
}

/** Does any text within a JSON value have characters that cannot be seen, line breaks and tabs aside? */
export function hasUnseen(value: unknown): boolean {
  if (typeof value === 'string') return UNSEEN_BUT_LINES.test(value) || !value.isWellFormed();
  return value !== null && typeof value === 'object' && Object.values(value).some(hasUnseen);
}
