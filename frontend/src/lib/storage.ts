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

/** The text kept under `key` for this tab; null when there is none or storage is blocked. */
export function readSessionText(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    // Storage is blocked: nothing was kept.
    return null;
  }
}

/** Keeps `value` for this tab; false when storage is blocked or full. */
export function writeSessionText(key: string, value: string): boolean {
  try {
    sessionStorage.setItem(key, value);
    return true;
  } catch {
    // The caller decides what not to remember means.
    return false;
  }
}

export function readFlag(key: string): boolean {
  return readText(key) === '1';
}

export function writeFlag(key: string, on: boolean): void {
  writeText(key, on ? '1' : null);
}
