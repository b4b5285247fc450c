/** FNV-1a: quick, and spread evenly enough over a hundred parts. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Whether `key` belongs to the `percent` (0–100) of keys that are cached: always the same ones, in every process. */
export function isRolledOut(key: string, percent: number): boolean {
  return percent >= 100 || (percent > 0 && hash32(key) % 100 < percent);
}
