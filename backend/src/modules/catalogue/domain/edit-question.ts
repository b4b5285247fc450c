import { plainText, type RichContent } from '../../../shared/content.js';
import { canonicalJson } from '../../../shared/hash.js';
import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { QuestionType } from '../../../shared/question-type.js';
import { isTyped, typeForKey, withoutKeyDoubts } from './publishable.js';

type AnswerKey = { accepted: string[] } | { value: number; tolerance: number };

/** What a person can change of a question. Options without an id are new. */
export interface Editable {
  type: QuestionType;
  stem: RichContent;
  explanation: RichContent | null;
  points: number;
  options: { id?: string | undefined; content: RichContent; correct: boolean }[];
  answer: AnswerKey | null;
}

/** The fields that are to change. */
export interface QuestionChange {
  type?: QuestionType | undefined;
  stem?: RichContent | undefined;
  explanation?: RichContent | null | undefined;
  points?: number | undefined;
  options?: Editable['options'] | undefined;
  acceptedAnswers?: string[] | undefined;
  numericAnswer?: { value: number; tolerance: number } | null | undefined;
}

const isPicture = ({ type }: { type: string }): boolean => type === 'image';

/** Nothing at all where there is nothing to see, so that an emptied text counts as missing. */
function trimmed(content: RichContent): RichContent {
  const hasPicture = content.some(
    (block) => block.type === 'table' || block.children.some(isPicture),
  );
  return hasPicture || plainText(content).trim() !== '' ? content : [];
}

function answerAfter(before: Editable, change: QuestionChange, type: QuestionType) {
  if (type === 'SHORT_ANSWER') {
    const { acceptedAnswers: accepted } = change;
    const kept = before.answer !== null && 'accepted' in before.answer ? before.answer : null;
    if (accepted === undefined) return kept;
    return accepted.length === 0 ? null : { accepted };
  }
  if (type === 'NUMERIC') {
    const kept = before.answer !== null && 'value' in before.answer ? before.answer : null;
    return change.numericAnswer === undefined ? kept : change.numericAnswer;
  }
  return null;
}

/** As chosen, but never of a kind that cannot have so many right options. */
function typeAfter(before: Editable, change: QuestionChange): QuestionType {
  const type = change.type ?? before.type;
  const keyed = change.options?.filter(({ correct }) => correct).length ?? 0;
  if (isTyped(type) || keyed === 0) return type;
  return change.type === 'MULTIPLE_CHOICE' ? type : typeForKey(type, keyed);
}

/** The question once the change is made; what does not belong to its type is gone. */
export function applyChange(before: Editable, change: QuestionChange): Editable {
  const type = typeAfter(before, change);
  const options = (change.options ?? before.options).map((option) => ({
    ...option,
    content: trimmed(option.content),
  }));
  const explanation = change.explanation === undefined ? before.explanation : change.explanation;
  return {
    type,
    stem: trimmed(change.stem ?? before.stem),
    explanation: explanation && trimmed(explanation),
    points: change.points ?? before.points,
    options: isTyped(type) ? [] : options,
    answer: answerAfter(before, change, type),
  };
}

/** Does the change name an answer that the question, being of its type, cannot have? */
export function mismatches(change: QuestionChange, after: Editable): boolean {
  const { acceptedAnswers = [], numericAnswer = null, options = [] } = change;
  return (
    (acceptedAnswers.length > 0 && after.type !== 'SHORT_ANSWER') ||
    (numericAnswer !== null && after.type !== 'NUMERIC') ||
    (options.length > 0 && isTyped(after.type))
  );
}

function keyOf({ type, options, answer }: Editable): string {
  const right = options.flatMap(({ id, correct }, index) => (correct ? (id ?? index) : []));
  return JSON.stringify([isTyped(type), right, answer]);
}

const hasKey = ({ options, answer }: Editable): boolean =>
  answer !== null || options.some(({ correct }) => correct);

/** Doubts about options are told again from the options as they are now; the reader's of labels are settled. */
function optionDoubtStays(code: string, { type, options }: Editable): boolean {
  const texts = options.map(({ content }) => plainText(content).trim());
  if (code === 'OPTION_EMPTY') return options.some(({ content }) => content.length === 0);
  if (code === 'DUPLICATE_OPTION') return new Set(texts).size < texts.length;
  if (code === 'OPTIONS_TOO_FEW') return !isTyped(type) && options.length < 2;
  return code !== 'LABEL_GAP';
}

const wordingOf = ({ type, options }: Editable): string =>
  canonicalJson([isTyped(type), options.map(({ content }) => content)]);

/**
 * What of the import's doubts is left after a person's change: those about the key go once a key was chosen,
 * those about options and text when what replaced them gives no reason for them.
 */
export function diagnosticsAfter<T extends Pick<Diagnostic, 'code'>>(
  diagnostics: readonly T[],
  before: Editable,
  after: Editable,
): T[] {
  const keyed = hasKey(after) && keyOf(before) !== keyOf(after);
  const rest = keyed ? withoutKeyDoubts(diagnostics) : diagnostics;
  const reworded = wordingOf(before) !== wordingOf(after);
  return rest.filter(
    ({ code }) =>
      (code !== 'STEM_MISSING' || after.stem.length === 0) &&
      (!reworded || optionDoubtStays(code, after)),
  );
}
