import type { DraftOption } from './draft-option.js';
import type { DiagnosticCode } from './diagnostics.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import type { Note } from './notes.js';
import type { Passage } from './passage.js';
import type { QuestionMarker } from './question-marker.js';
import type { EndKey } from './remainder.js';
import type { Span } from './span.js';

/** A question while its lines are being gathered. */
export interface Draft {
  marker: QuestionMarker | null;
  stem: Span[];
  options: DraftOption[];
  /** The options stand in columns: their letters jump within a line. */
  columns: boolean;
  keys: { value: string; span: Span }[];
  /** The answer a list elsewhere in the document gives for it. */
  endKey: EndKey | null;
  /** Answers that may be typed, where the document lists them. */
  accepted: { value: string; span: Span }[];
  explanation: Span[];
  /** Words after an option: about that option, or, after the last, about the question. */
  feedback: { option: DraftOption; span: Span }[];
  /** The heading it stands under. */
  section: Span | null;
  /** Its number may be apart from those of the other questions: read from such a part of the document. */
  aside: 'essays' | 'matching' | null;
  /** What it shares with other questions. */
  passage: Passage | null;
  /** Its options are those of a list that several questions choose from. */
  sharesOptions: boolean;
  /** The document leaves room for an answer that a person has to mark. */
  essay: boolean;
  /** Its answer stood on the line below the words that announce it. */
  awaited: boolean;
  /** A line that announces an answer which may follow on the next one. */
  awaiting: Span | null;
  points: number | null;
  /** What would tell the right answer, where nothing else does. */
  keyFix: ImportChoices | null;
  /** Which of its lines are options is not sure; what would say so. */
  unsure: ImportChoices | null;
  /** An answer or explanation was read: nothing more can join the options. */
  closed: boolean;
  /** Lines after an option: part of it when another option follows, otherwise of no question. */
  pending: Span[];
  notes: { code: DiagnosticCode; span: Span; note?: Note; fix?: ImportChoices }[];
  paragraphs: Set<number>;
  /** All lines it took, so that those of a draft that turns out to be no question can be reported. */
  lines: Span[];
}

export function newDraft(marker: QuestionMarker | null): Draft {
  return {
    marker,
    stem: [],
    options: [],
    columns: false,
    keys: [],
    endKey: null,
    accepted: [],
    explanation: [],
    feedback: [],
    section: null,
    aside: null,
    passage: null,
    sharesOptions: false,
    essay: false,
    awaited: false,
    awaiting: null,
    points: null,
    keyFix: null,
    unsure: null,
    closed: false,
    pending: [],
    notes: [],
    paragraphs: new Set(),
    lines: [],
  };
}

/** Lines a draft takes for itself. */
export function claim(draft: Draft, ...spans: readonly Span[]): void {
  for (const span of spans) draft.paragraphs.add(span.paragraph.index);
  draft.lines.push(...spans);
}

/** Is there a question whose stem has no words yet, such as after `Question 3` alone on its line? */
export const isStemOpen = (draft: Draft | null): boolean =>
  draft !== null && !draft.closed && draft.stem.every(({ text }) => text === '');
