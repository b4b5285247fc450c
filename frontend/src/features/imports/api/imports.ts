import { queryOptions } from '@tanstack/react-query';
import { getImports, postQuizzesImport } from '../../../lib/api/generated/sdk.gen';
import type { Import } from '../../../lib/api/generated/types.gen';

export const POLL_MS = 700;
const SHOWN = 50;

/** The latest imports, newest first; asked for again and again only while one is under way. */
export function importsQuery() {
  return queryOptions({
    queryKey: ['imports'],
    queryFn: ({ signal }) => getImports({ signal, query: { limit: String(SHOWN) } }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? POLL_MS : false),
    staleTime: 0,
  });
}

export function isUnderWay({ state }: Pick<Import, 'state'>): boolean {
  return state === 'PENDING' || state === 'PROCESSING';
}

/** Sends a file. The same `uploadKey` again is the same upload: after a lost answer nothing is doubled. */
export function uploadFile(file: File, uploadKey: string) {
  return postQuizzesImport({ body: { uploadKey, file } });
}
