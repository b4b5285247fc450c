import type { DraftOption } from './draft-option.js';
import type { Span } from './span.js';

/** A text, or a list of options, that several questions share, announced with their numbers. */
export interface Passage {
  /** The numbers of the questions it serves: first to last. */
  first: number;
  last: number;
  /** All its lines, the announcement first. */
  lines: Span[];
  /** Options listed once for all the questions. */
  options: DraftOption[];
  /** The lines that list them. */
  optionLines: Set<Span>;
  /** Did a question take it? */
  used: boolean;
}
