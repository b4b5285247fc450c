const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** Rounding of binary fractions: 3.14 − 3.13 is a little more than 0.01. */
const RELATIVE_ROUNDING = 1e-12;

function toNumber(text: string): number | null {
  if (!PLAIN.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Groups of three digits between `separator`, as in 1,234,567. */
function withoutGroups(text: string, separator: ',' | '.'): string | null {
  const grouped =
    separator === ',' ? /^[+-]?\d{1,3}(,\d{3})+(?!\d)/ : /^[+-]?\d{1,3}(\.\d{3})+(?!\d)/;
  return grouped.test(text) ? text.replaceAll(separator, '') : null;
}

/**
 * Every number that typed text may stand for. Countries differ in what comma and point mean: "1,500"
 * is read both as 1500 and as 1.5. Empty when it is not a number.
 */
export function readNumbers(typed: string): number[] {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s']/gu, '')
    .replace(/[\u2212\u2013]/g, '-');
  const english = text.includes(',') ? withoutGroups(text, ',') : text;
  const continental = text.includes('.') ? withoutGroups(text, '.') : text;
  const readings = [english, continental?.replace(',', '.') ?? null];
  const numbers = readings.map((reading) => (reading === null ? null : toNumber(reading)));
  return [...new Set(numbers.filter((number) => number !== null))];
}

/** Whether typed text stands for a number within `tolerance` of `value`, both ends included. */
export function matchesNumber(typed: string, value: number, tolerance: number): boolean {
  return readNumbers(typed).some((number) => {
    const rounding = RELATIVE_ROUNDING * Math.max(Math.abs(number), Math.abs(value));
    return Math.abs(number - value) <= Math.abs(tolerance) + rounding;
  });
}
