import { useMemo } from 'react';
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDateTimeSeconds,
  formatDuration,
  formatNumber,
  formatPercent,
} from '../lib/format/format';
import { useLocale } from './use-locale';

/** Numbers, times and sizes in the language of the interface. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      number: (value: number) => formatNumber(value, locale),
      percent: (value: number) => formatPercent(value, locale),
      date: (iso: string) => formatDate(iso, locale),
      dateTime: (iso: string) => formatDateTime(iso, locale),
      dateTimeSeconds: (iso: string) => formatDateTimeSeconds(iso, locale),
      duration: (seconds: number, style?: 'long' | 'short') =>
        formatDuration(seconds, locale, style),
      bytes: (value: number) => formatBytes(value, locale),
    }),
    [locale],
  );
}
