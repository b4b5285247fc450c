/** Pairs each part with its place as the key: content never changes its order while it is shown. */
export function withKeys<T>(parts: readonly T[]): [key: number, part: T][] {
  return parts.map((part, index) => [index, part]);
}
