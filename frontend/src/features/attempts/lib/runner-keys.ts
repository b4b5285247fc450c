export type RunnerCommand =
  { kind: 'choose'; index: number } | { kind: 'previous' | 'next' | 'flag' | 'help' };

interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const LETTERS = 'abcdefghij';

/**
 * What a key means on a question with this many options: 1–9 and A–J choose, ← → or P N move, F flags,
 * ? helps. A letter that names an option chooses it; Shift and F flags in any case.
 */
export function commandOf(press: KeyPress, optionCount: number): RunnerCommand | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === '?') return { kind: 'help' };
  if (press.key === 'ArrowLeft') return { kind: 'previous' };
  if (press.key === 'ArrowRight') return { kind: 'next' };
  const key = press.key.toLowerCase();
  if (press.shiftKey) return key === 'f' ? { kind: 'flag' } : null;
  const index = /^[1-9]$/.test(key)
    ? Number(key) - 1
    : key.length === 1
      ? LETTERS.indexOf(key)
      : -1;
  if (index >= 0 && index < optionCount) return { kind: 'choose', index };
  if (key === 'p') return { kind: 'previous' };
  if (key === 'n') return { kind: 'next' };
  return key === 'f' ? { kind: 'flag' } : null;
}
