import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from '../lib/filters';

/** The catalogue's filters, kept in the address: a search can be shared, and Back undoes it. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = useCallback(
    (changes: Partial<Filters>, options?: { replace: boolean }) =>
      setSearch((current) => writeFilters({ ...readFilters(current), ...changes }), {
        replace: options?.replace ?? false,
        preventScrollReset: true,
      }),
    [setSearch],
  );
  return { filters, change };
}
