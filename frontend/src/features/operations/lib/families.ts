import type { CacheMetrics } from '../../../lib/api/generated/types.gen';

export type Family = CacheMetrics['families'][number];

export interface FamiliesProps {
  families: readonly Family[];
  /** Asks whether everything of the family is to be forgotten. */
  onClear: (name: string) => void;
}
