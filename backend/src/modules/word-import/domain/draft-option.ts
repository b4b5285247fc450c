import type { LabelFamily } from './labels.js';
import type { Span } from './span.js';

export interface DraftOption {
  family: LabelFamily | 'pair';
  ordinal: number;
  label: string;
  marked: boolean;
  /** Marked as wrong by the document itself. */
  wrong?: boolean;
  /** The label as typed, for its formatting; empty for labels of Word's own lists. */
  labelSpan: Span;
  spans: Span[];
}
