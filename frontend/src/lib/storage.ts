/** The text kept under `key` in this browser; null when there is none or storage is blocked. */
export function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is blocked: nothing was kept.
    return null;
  }
}

/** Keeps `value` (null: forgets it). Preferences only: blocked or full storage just means not remembered. */
export function writeText(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Blocked or full: the choice holds for this page alone.
    return;
  }
}

export function readFlag(key: string): boolean {
  return readText(key) === '1';
}

export function writeFlag(key: string, on: boolean): void {
  writeText(key, on ? '1' : null);
}
