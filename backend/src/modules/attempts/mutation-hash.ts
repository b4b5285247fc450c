import { canonicalJson, sha256Hex } from '../../shared/hash.js';
import type { SaveProgressRequest } from './attempts.dto.js';

/** Tells a mutation sent again from another content under the same number. */
export function mutationHash(request: SaveProgressRequest): string {
  return sha256Hex(canonicalJson(request));
}
