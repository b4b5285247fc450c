import type { NoteCode } from './notes.js';
import type { Passage } from './passage.js';
import type { FoundField } from './settle-fields.js';
import type { Span } from './span.js';

/** An answer listed apart from its question: `3. B`. */
export interface EndKey {
  number: number;
  /** Empty when the document announces an answer and gives none. */
  value: string;
  span: Span;
  explanation: Span[];
}

/** Where the lines go that are in no question: with those of the drafts they are all there are. */
export interface Remainder {
  /** Lines before the first question. */
  preamble: Span[];
  headings: Span[];
  /** Left out for a stated reason. */
  ignored: { span: Span; reason: NoteCode }[];
  endKeys: EndKey[];
  /** Answers without any question before them. */
  orphanKeys: Span[];
  leftovers: Span[];
  /** Lines of lists of answers that are understood together with others, such as numbers beside letters. */
  parts: Span[];
  fields: FoundField[];
  passages: Passage[];
  /** Points given before the question they are for. */
  points: { value: number; span: Span } | null;
  /** Answers that stand before the question they are for, where a teacher said that they do. */
  leadingKeys: { value: string; span: Span }[];
  /** The last words announced answers and gave none: what follows may list them. */
  keysAnnounced: boolean;
  /** Do points stand before their questions in this document? */
  pointsLead: boolean;
}

export function emptyRemainder(): Remainder {
  return {
    preamble: [],
    headings: [],
    ignored: [],
    endKeys: [],
    orphanKeys: [],
    leftovers: [],
    parts: [],
    fields: [],
    passages: [],
    points: null,
    leadingKeys: [],
    keysAnnounced: false,
    pointsLead: false,
  };
}
