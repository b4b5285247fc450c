import { afterLeadingArrow } from './conventions.js';
import type { Reading } from './reading.js';

/** A line that begins with an arrow is an answer, in documents that answer in this way. */
export function withArrow(reading: Reading): Reading {
  if (reading.key || reading.option || reading.explanation !== null) return reading;
  const value = afterLeadingArrow(reading.span.text);
  return value ? { ...reading, key: { value } } : reading;
}
