import { plainText } from '../../../../shared/content.js';
import type { Diagnostic } from '../../../../shared/diagnostic.js';
import { parseDuration } from '../duration.js';
import type { ParsedQuestion, ParsedQuiz } from '../parsed-quiz.js';
import { difficultyOf } from '../quiz-fields.js';
import type { DocumentParagraph } from '../source-document.js';
import { buildFormQuestion, diagnoseAt } from './build-form-question.js';
import { formContent, formText } from './form-content.js';
import type { FormHead, FormValue } from './form-draft.js';
import { FormReader } from './form-reader.js';
import { formRole } from './form-styles.js';

type QuizHead = Pick<
  ParsedQuiz,
  'title' | 'description' | 'category' | 'difficulty' | 'timeLimitSeconds'
>;

/** What a document says in the styles of the recommended form. */
export interface FormReading {
  head: QuizHead;
  questions: ParsedQuestion[];
  diagnostics: Diagnostic[];
  /** Indexes of the paragraphs it accounts for. */
  taken: ReadonlySet<number>;
}

const valueOf = (field: FormValue | null): string => field?.value.trim() ?? '';

function readHead({ title, description, category, difficulty, timeLimit }: FormHead): QuizHead {
  return {
    title: title && formText(title).trim(),
    description: plainText(formContent(description)).trim() || null,
    category: valueOf(category) || null,
    difficulty: difficultyOf(valueOf(difficulty)),
    timeLimitSeconds: parseDuration(valueOf(timeLimit)),
  };
}

function headFaults({ difficulty, timeLimit }: FormHead, head: QuizHead): Diagnostic[] {
  const unread: DocumentParagraph[] = [];
  if (difficulty && head.difficulty === null) unread.push(difficulty.paragraph);
  if (timeLimit && head.timeLimitSeconds === null) unread.push(timeLimit.paragraph);
  return unread.map((paragraph) => diagnoseAt('UNCONSUMED_TEXT', paragraph));
}

/** Is there a question in the styles of the recommended form? */
export const usesForm = (paragraphs: readonly DocumentParagraph[]): boolean =>
  paragraphs.some((paragraph) => formRole(paragraph) === 'question');

/** Reads all that carries the styles of the recommended form; paragraphs `leftOut` are not looked at. */
export function readForm(
  paragraphs: readonly DocumentParagraph[],
  leftOut: ReadonlySet<number>,
): FormReading {
  const reader = new FormReader();
  const taken = new Set<number>();
  for (const paragraph of paragraphs) {
    if (!leftOut.has(paragraph.index) && reader.take(paragraph)) taken.add(paragraph.index);
  }
  const head = readHead(reader.head);
  return {
    head,
    questions: reader.drafts.map(buildFormQuestion),
    diagnostics: [
      ...headFaults(reader.head, head),
      ...reader.unresolved.map((paragraph) => diagnoseAt('UNCONSUMED_TEXT', paragraph)),
    ],
    taken,
  };
}
