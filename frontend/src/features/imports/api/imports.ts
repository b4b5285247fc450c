import { queryOptions } from '@tanstack/react-query';
import {
  getCategories,
  getImports,
  getImportsBatchesById,
  postImportsBatches,
  postQuizzesImport,
} from '../../../lib/api/generated/sdk.gen';
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

/** Files chosen together, with how far each is; asked for again and again until all are read. */
export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['import-batch', id],
    queryFn: ({ signal }) => getImportsBatchesById({ path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
    staleTime: 0,
  });
}

export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories'],
    queryFn: ({ signal }) => getCategories({ signal }),
  });
}

/** Announces files that come together. */
export function createBatch(fileCount: number, categoryId: string | null) {
  return postImportsBatches({ body: { fileCount, categoryId } });
}

interface UploadBody {
  file: File;
  uploadKey: string;
  batchId: string | null;
  categoryId: string | null;
}

/** Sends a file. The same `uploadKey` again is the same upload: after a lost answer nothing is doubled. */
export function uploadFile({ file, uploadKey, batchId, categoryId }: UploadBody) {
  return postQuizzesImport({
    body: {
      uploadKey,
      ...(batchId && { batchId }),
      ...(categoryId && !batchId && { categoryId }),
      file,
    },
  });
}
