import type { QuestionType } from '../../../../shared/question-type.js';
import type { DiagnosticCode } from '../diagnostics.js';
import { readKeyValue } from '../key-value.js';
import { note, type Note } from '../notes.js';
import type { ParsedAnswer } from '../parsed-quiz.js';
import { trueFalseWord } from '../true-false.js';
import type { FormDraft } from './form-draft.js';
import { matchNumber, matchType } from './form-words.js';

/** What the answer lines of a question of the recommended form come to. */
export interface FormAnswer {
  type: QuestionType;
  /** Indexes of the right options. */
  correct: number[];
  answer: ParsedAnswer | null;
  fault: { code: DiagnosticCode; note?: Note } | null;
}

/** What a question looks like before anything names its type. */
export interface TypeClues {
  optionTexts: readonly string[];
  correctCount: number;
  answers: readonly string[];
}

/** The type of a question that does not name it: the writer names only what this would not find. */
export function impliedType({ optionTexts, correctCount, answers }: TypeClues): QuestionType {
  if (optionTexts.length === 0) {
    const [only = ''] = answers;
    return answers.length === 1 && matchNumber(only) ? 'NUMERIC' : 'SHORT_ANSWER';
  }
  const words = optionTexts.map((text) => trueFalseWord(text)?.value);
  const isPair = words.length === 2 && words.includes(true) && words.includes(false);
  if (isPair && correctCount < 2) return 'TRUE_FALSE';
  return correctCount > 1 ? 'MULTIPLE_CHOICE' : 'SINGLE_CHOICE';
}

export const isTyped = (type: QuestionType): boolean =>
  type === 'SHORT_ANSWER' || type === 'NUMERIC';

type Chosen = number[] | DiagnosticCode;

/** Letters come first: an option that reads `B` does not make the letter B doubtful. */
function choose(value: string, labels: readonly string[], texts: readonly string[]): Chosen {
  const tokens = value.split(/[\s,;，、；.]+/u).filter((token) => token !== '');
  const indexes = tokens.map((token) => labels.indexOf(token.toUpperCase()));
  if (tokens.length > 0 && !indexes.includes(-1)) {
    const unique = [...new Set(indexes)].toSorted((a, b) => a - b);
    const named = unique.map((index) => labels[index]);
    const repeated = labels.filter((label) => named.includes(label)).length > named.length;
    return repeated ? 'KEY_AMBIGUOUS' : unique;
  }
  const choices = labels.map((label, index) => ({ label, text: texts[index] ?? '' }));
  const reading = readKeyValue(value, choices);
  if (reading.kind === 'choices') return reading.indexes;
  return reading.kind === 'ambiguous' ? 'KEY_AMBIGUOUS' : 'KEY_OUT_OF_RANGE';
}

function chooseAll({ answers, options }: FormDraft, texts: readonly string[]): Chosen {
  const labels = options.map(({ label }) => label.toUpperCase());
  const values = answers.filter(({ value }) => value.trim() !== '');
  const [first, ...others] = values.map(({ value }) => choose(value, labels, texts));
  if (first === undefined) return 'KEY_MISSING';
  return others.every((other) => String(other) === String(first)) ? first : 'KEY_CONFLICT';
}

const written = ({ answers }: FormDraft): Note =>
  note('WRITTEN', { written: answers.map(({ value }) => value.trim()).join('; ') });

/** The type the document names, where it goes with what the question has. */
function namedType(draft: FormDraft): QuestionType | null {
  const type = draft.type && matchType(draft.type.value);
  if (!type || (isTyped(type) && draft.options.length > 0)) return null;
  return !isTyped(type) && draft.options.length === 0 && draft.answers.length > 0 ? null : type;
}

/** Did the document name a type that the question cannot have? */
export const isTypeRefused = (draft: FormDraft): boolean =>
  draft.type !== null && namedType(draft) === null;

function chosenAnswer(draft: FormDraft, texts: readonly string[]): FormAnswer {
  const chosen = chooseAll(draft, texts);
  const correct = typeof chosen === 'string' ? [] : chosen;
  const implied = impliedType({ optionTexts: texts, correctCount: correct.length, answers: [] });
  const type = namedType(draft) ?? implied;
  const none = { type, correct: [], answer: null };
  if (chosen === 'KEY_MISSING') return { ...none, fault: { code: chosen } };
  if (typeof chosen === 'string') return { ...none, fault: { code: chosen, note: written(draft) } };
  if (correct.length > 1 && type !== 'MULTIPLE_CHOICE') {
    return { ...none, fault: { code: 'KEY_CONFLICT', note: written(draft) } };
  }
  return { type, correct, answer: null, fault: null };
}

function typedAnswer(draft: FormDraft): FormAnswer {
  const accepted = draft.answers.map(({ value }) => value).filter((value) => value.trim() !== '');
  const named = namedType(draft);
  const type = named ?? impliedType({ optionTexts: [], correctCount: 0, answers: accepted });
  const none = { type, correct: [], answer: null };
  if (accepted.length === 0) return { ...none, fault: { code: 'KEY_MISSING' } };
  if (type !== 'NUMERIC') return { ...none, answer: { accepted }, fault: null };
  const answer = accepted.length === 1 ? matchNumber(accepted[0] ?? '') : null;
  if (answer) return { ...none, answer, fault: null };
  return { ...none, fault: { code: 'KEY_AMBIGUOUS', note: written(draft) } };
}

/** Settles the answer of a question; `texts` are the plain texts of its options. */
export function formAnswer(draft: FormDraft, texts: readonly string[]): FormAnswer {
  return draft.options.length > 0 ? chosenAnswer(draft, texts) : typedAnswer(draft);
}
