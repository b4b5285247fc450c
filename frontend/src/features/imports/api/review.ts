import { queryOptions } from '@tanstack/react-query';
import {
  getImportsById,
  getImportsByIdDocument,
  putImportsByIdChoices,
} from '../../../lib/api/generated/sdk.gen';
import type { ImportChoices } from '../../../lib/api/generated/types.gen';
import { isUnderWay, POLL_MS } from './imports';

/** Paragraphs that are asked for at once. */
export const DOCUMENT_PAGE = 300;

/** One import with what was doubted about it; asked for again and again while it is under way. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => getImportsById({ path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
    staleTime: 0,
  });
}

/** A run of the document's paragraphs, each with what became of it. `page` counts from 0. */
export function documentQuery(id: string, page: number) {
  return queryOptions({
    queryKey: ['import-document', id, page],
    queryFn: ({ signal }) =>
      getImportsByIdDocument({
        path: { id },
        query: { from: String(page * DOCUMENT_PAGE), limit: String(DOCUMENT_PAGE) },
        signal,
      }),
    staleTime: Infinity,
  });
}

/** Has the document read again with these choices, which replace the former ones. */
export function setChoices(id: string, choices: ImportChoices) {
  return putImportsByIdChoices({ path: { id }, body: { choices } });
}
