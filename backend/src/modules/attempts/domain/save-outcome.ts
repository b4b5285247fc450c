/** The attempt as it was found when a save had not been applied. */
export interface AttemptState {
  ownerId: string;
  open: boolean;
  overdue: boolean;
  writer: string | null;
  writerSeq: number;
  writerHash: string | null;
}

/** Who sent which mutation; `hash` is over its whole content. */
export interface MutationId {
  userId: string;
  clientId: string;
  seq: number;
  hash: string;
}

export type SaveOutcome =
  'NOT_FOUND' | 'APPLIED_BEFORE' | 'SUPERSEDED' | 'MUTATION_REUSED' | 'CLOSED' | 'CONFLICT';

/**
 * Why a save was not applied. What this page itself sent before comes first, so that a mutation sent
 * again after its reply was lost is answered as it was the first time, even after a submit.
 */
export function saveOutcome(attempt: AttemptState | null, mutation: MutationId): SaveOutcome {
  if (attempt === null || attempt.ownerId !== mutation.userId) return 'NOT_FOUND';
  if (attempt.writer === mutation.clientId) {
    if (mutation.seq < attempt.writerSeq) return 'SUPERSEDED';
    if (mutation.seq === attempt.writerSeq) {
      return mutation.hash === attempt.writerHash ? 'APPLIED_BEFORE' : 'MUTATION_REUSED';
    }
  }
  return attempt.open && !attempt.overdue ? 'CONFLICT' : 'CLOSED';
}
