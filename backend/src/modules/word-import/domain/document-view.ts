import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { SourceParagraph } from './parsed-quiz.js';

/** `ignored` is also what has nothing to read, and what questions removed by hand were read from. */
type ParagraphState = 'used' | 'ignored' | 'unresolved';

export interface ViewedParagraph {
  paragraph: SourceParagraph;
  state: ParagraphState;
  /** Numbers in the draft, from 1. */
  questionNos: number[];
}

/** What was made of the paragraphs, as far as it concerns them. */
export interface DocumentUse {
  questions: readonly { position: number; paragraphs: readonly number[] }[];
  removed: readonly number[];
  /** Of the document as a whole. */
  diagnostics: readonly Pick<Diagnostic, 'code' | 'paragraph'>[];
}

const UNRESOLVED = new Set(['UNCONSUMED_TEXT', 'ORPHAN_KEY', 'ORPHAN_OPTION', 'CATEGORY_UNKNOWN']);
const IGNORED = new Set(['IGNORED_TEXT', 'HIDDEN_TEXT']);

/** Tells of each paragraph what became of it. A paragraph that nothing reports was used: the title, say. */
export function viewDocument(
  paragraphs: readonly SourceParagraph[],
  use: DocumentUse,
): ViewedParagraph[] {
  const numbers = new Map<number, number[]>();
  for (const { position, paragraphs: read } of use.questions) {
    for (const index of read) numbers.set(index, [...(numbers.get(index) ?? []), position + 1]);
  }
  const reported = (codes: ReadonlySet<string>): Set<number | null> =>
    new Set(use.diagnostics.filter(({ code }) => codes.has(code)).map((one) => one.paragraph));
  const unresolved = reported(UNRESOLVED);
  const ignored = reported(IGNORED);
  const removed = new Set(use.removed);
  const isNoQuiz = use.diagnostics.some(({ code }) => code === 'NOT_A_QUIZ');
  const stateOf = ({ index, text, images }: SourceParagraph): ParagraphState => {
    if (unresolved.has(index)) return 'unresolved';
    if (numbers.has(index)) return 'used';
    const isBlank = text.trim() === '' && images === undefined;
    if (isBlank || ignored.has(index) || removed.has(index)) return 'ignored';
    return isNoQuiz ? 'unresolved' : 'used';
  };
  return paragraphs.map((paragraph) => ({
    paragraph,
    state: stateOf(paragraph),
    questionNos: numbers.get(paragraph.index) ?? [],
  }));
}
