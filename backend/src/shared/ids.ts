import { randomUUIDv7 } from 'node:crypto';

/** A new id: UUID version 7, so that rows made together lie together in an index. */
export function newId(): string {
  return randomUUIDv7();
}
