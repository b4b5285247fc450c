import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ReviewParagraph } from '../../../lib/api/generated/types.gen';
import { DOCUMENT_PAGE, documentQuery } from '../api/review';

/** The paragraphs of an import's document, loaded in runs as they come into sight. */
export function useDocument(importId: string) {
  const [shown, setShown] = useState({ first: 0, last: 0 });
  const start = useQuery(documentQuery(importId, 0));
  const total = start.data?.total ?? 0;
  // The runs before and after what is in sight are loaded ahead.
  const from = Math.max(0, pageOf(shown.first) - 1);
  const to = Math.min(pageOf(shown.last) + 1, pageOf(total - 1));
  const pages = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const results = useQueries({ queries: pages.map((page) => documentQuery(importId, page)) });

  const paragraphAt = (index: number): ReviewParagraph | undefined => {
    const items = results[pageOf(index) - from]?.data?.paragraphs;
    return items?.[index % DOCUMENT_PAGE];
  };
  const show = useCallback((first: number, last: number) => {
    setShown((known) => (known.first === first && known.last === last ? known : { first, last }));
  }, []);

  return {
    total,
    paragraphAt,
    show,
    isPending: start.isPending,
    error: start.error,
    retry: () => void start.refetch(),
  };
}

function pageOf(index: number): number {
  return Math.floor(index / DOCUMENT_PAGE);
}
