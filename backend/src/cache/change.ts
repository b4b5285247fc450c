/**
 * What may change: `quiz` in what students see of it, `draft` in what only staff do, the others as they are named.
 */
export type ChangeKind = 'quiz' | 'draft' | 'category' | 'user' | 'attempt';

/** The mark of one thing, for `dependsOn`. */
export function one(kind: ChangeKind, id: string): string {
  return `${kind}:${id.toLowerCase()}`;
}

/** The mark of all things of a kind: it changes whenever one of them does. */
export function any(kind: ChangeKind): string {
  return `${kind}:*`;
}
