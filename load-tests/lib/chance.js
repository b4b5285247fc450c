import { randomBytes } from 'k6/crypto';
import { sleep } from 'k6';

/** @param {number} share 0 to 1 */
export const happens = (share) => Math.random() < share;

/**
 * One of a list whose first are the popular ones: the n-th is chosen 1/n as often as the first (Zipf).
 * @template T
 * @param {readonly T[]} list not empty
 * @returns {T}
 */
export function popularOf(list) {
  const index = Math.floor((list.length + 1) ** Math.random()) - 1;
  return /** @type {T} */ (list[Math.min(index, list.length - 1)]);
}

/** A user looks at what there is for so long, somewhere between the two. */
export function pause(/** @type {number} */ least, /** @type {number} */ most) {
  sleep(least + Math.random() * (most - least));
}

/** A random UUID (version 4). */
export function uuid() {
  const bytes = new Uint8Array(randomBytes(16));
  const hex = Array.from(bytes, (byte, place) => {
    if (place === 6) return (byte & 0x0f) | 0x40;
    return place === 8 ? (byte & 0x3f) | 0x80 : byte;
  })
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20)].join('-');
}
