import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import { noteText, type Note } from './notes.js';
import type { Span } from './span.js';

type Severity = Diagnostic['severity'];

/** Every code of the grammar with its severity and what a teacher reads. */
const definitions = {
  KEY_MISSING: ['error', 'No right answer was found for this question.'],
  KEY_CONFLICT: ['error', 'Two signs of the right answer disagree, so none was chosen.'],
  KEY_OUT_OF_RANGE: ['error', 'The answer given names none of this question’s options.'],
  KEY_AMBIGUOUS: ['error', 'The right answer cannot be told for certain, so none was chosen.'],
  ESSAY_UNMARKED: [
    'error',
    'This question needs a person to mark it; give accepted answers or remove it.',
  ],
  MATCHING_SPLIT: ['info', 'This question is one item of a matching exercise.'],
  OPTIONS_TOO_FEW: ['error', 'A question needs at least two options.'],
  OPTION_EMPTY: ['warning', 'This option has no text.'],
  DUPLICATE_OPTION: ['warning', 'Two options of this question read the same.'],
  LABEL_GAP: ['warning', 'An option label is missing or repeated.'],
  NUMBER_GAP: ['warning', 'The numbers of the questions leave one out before this question.'],
  NUMBER_DUPLICATE: ['warning', 'Another question has the same number.'],
  STEM_MISSING: ['error', 'This question has options but no text.'],
  ORPHAN_KEY: ['warning', 'This answer belongs to no question that could be found.'],
  ORPHAN_OPTION: ['warning', 'This option belongs to no question that could be found.'],
  UNCONSUMED_TEXT: ['warning', 'This text was not used: it belongs to no question.'],
  IGNORED_TEXT: ['info', 'This text was left out on purpose.'],
  HIDDEN_TEXT: ['info', 'Text that is hidden in Word was left out.'],
  MATH_UNSUPPORTED: ['warning', 'A formula was kept as plain text.'],
  IMAGE_EXTERNAL: ['warning', 'A picture is only linked from the internet and was left out.'],
  IMAGE_FORMAT: [
    'warning',
    'A picture has a format that browsers cannot show. Save it in Word as a PNG picture instead.',
  ],
  IMAGE_MISSING: ['warning', 'A picture is missing in the file.'],
  OBJECT_PREVIEW: [
    'warning',
    'An object of another program, such as an old formula, is shown as its picture only.',
  ],
  DOCUMENT_INSIDE: [
    'warning',
    'Another document is put in here and was left out. Open the file in Word, save it, and it becomes part of it.',
  ],
  CATEGORY_UNKNOWN: [
    'warning',
    'The document names a category that does not exist. Choose one in the settings of the quiz.',
  ],
  NOT_A_QUIZ: ['error', 'No question was found in this document.'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type DiagnosticCode = keyof typeof definitions;

const excerptLength = 80;

/** A diagnostic at a place of the document; `more` says what the code alone cannot, `fix` what would mend it. */
export function diagnose(
  code: DiagnosticCode,
  span: Pick<Span, 'paragraph' | 'text'> | null,
  more?: Note,
  fix: ImportChoices | null = null,
): Diagnostic {
  const [severity, sentence] = definitions[code];
  return {
    code,
    severity,
    paragraph: span?.paragraph.index ?? null,
    paraId: span?.paragraph.paraId ?? null,
    questionNo: null,
    excerpt: (span?.text ?? '').trim().slice(0, excerptLength),
    message: more === undefined ? sentence : `${sentence} ${noteText(more)}`,
    note: more?.code ?? null,
    noteValues: more?.values ?? {},
    suggestedFix: fix,
  };
}
