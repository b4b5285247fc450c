/** The question a student is at, from 0: an index beyond the last of `questionCount` means the last. */
export function toPosition(index: number, questionCount: number): number {
  return Math.min(index, Math.max(0, questionCount - 1));
}
