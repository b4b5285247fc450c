import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Import, ImportChoices } from '../../../lib/api/generated/types.gen';
import { isUnderWay } from '../api/imports';
import { importQuery, setChoices } from '../api/review';

interface Figures {
  problems: number;
  questions: number;
}

interface Asked {
  former: ImportChoices;
  before: Figures;
}

interface RereadingOptions {
  item: Import;
  /** As the page shows them now. */
  figures: Figures;
  /** Carries out what must not be lost when the questions are replaced. */
  before?: (() => Promise<void>) | undefined;
}

export type Rereading = ReturnType<typeof useRereading>;

/**
 * Has the document read again with other choices, and tells what came of it. Until that is known the page
 * keeps showing what was; when it fails, nothing of it is lost.
 */
export function useRereading({ item, figures, before }: RereadingOptions) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [settledAt, setSettledAt] = useState<string | null>(null);
  const underWay = isUnderWay(item);
  const wasUnderWay = useRef(underWay);

  const ask = useMutation({
    mutationFn: async (choices: ImportChoices) => {
      await before?.();
      return setChoices(item.id, choices);
    },
    onMutate: () => {
      setSettledAt(null);
      setAsked({ former: item.choices, before: figures });
    },
    onSuccess: (accepted) => queryClient.setQueryData(importQuery(item.id).queryKey, accepted),
    onError: () => setAsked(null),
  });

  useEffect(() => {
    const ended = wasUnderWay.current && !underWay;
    wasUnderWay.current = underWay;
    if (!ended) return;
    const stale = [
      ['admin-quiz', item.quizId],
      ['import-document', item.id],
      ['imports'],
      ['admin-quizzes'],
    ];
    void Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey }))).then(
      () => setSettledAt(item.finishedAt ?? item.id),
    );
  }, [underWay, item, queryClient]);

  const settled = asked !== null && settledAt !== null && !underWay;
  return {
    busy: ask.isPending || underWay || (asked !== null && settledAt === null),
    error: ask.error,
    outcome: settled
      ? { key: settledAt, before: asked.before, after: figures, keptEdits: item.keptEdits }
      : null,
    undo: settled ? () => ask.mutate(asked.former) : null,
    change: (choices: ImportChoices) => ask.mutate(choices),
  };
}
