/** 1234.5 → `1,234.5` in the way of `locale`; two decimals at most. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** `percent` is 0–100. */
export function formatPercent(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(
    percent / 100,
  );
}

/** An ISO time as day and time, `21 Nov 2026, 14:05` in the way of `locale`, in the reader's time zone. */
export function formatDateTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** The same to the second, `21 Nov 2026, 14:05:09`. */
export function formatDateTimeSeconds(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(iso),
  );
}

/** An ISO time as a day, `21 Nov 2026` in the way of `locale`. */
export function formatDate(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso));
}

const UNITS = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** 5400 → `1 hour 30 minutes`; whole seconds, parts that are zero left out, `0 minutes` for nothing. */
export function formatDuration(seconds: number, locale: string, style: 'long' | 'short' = 'long') {
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(formatUnit(count, unit, locale, style));
  }
  return parts.length > 0 ? parts.join(' ') : formatUnit(0, 'minute', locale, style);
}

function formatUnit(count: number, unit: string, locale: string, unitDisplay: 'long' | 'short') {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(count);
}

/** 2 621 440 → `2.5 MB`; never less than 1 kB for a file that is not empty. */
export function formatBytes(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? bytes / 1_000_000 : Math.max(bytes === 0 ? 0 : 1, bytes / 1000);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(value);
}
