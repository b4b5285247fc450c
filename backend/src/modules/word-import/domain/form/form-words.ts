import type { QuestionType } from '../../../../shared/question-type.js';
import { matchAnswerLine, matchExplanation } from '../key-words.js';
import type { ParsedDifficulty } from '../parsed-quiz.js';

/** What a field of the recommended form tells. */
export type FormField =
  | 'answer'
  | 'points'
  | 'type'
  | 'explanation'
  | 'feedback'
  | 'description'
  | 'category'
  | 'difficulty'
  | 'timeLimit';

/** The words of the recommended form in one language. */
export interface FormWords {
  fields: Readonly<Record<FormField, string>>;
  types: Readonly<Record<QuestionType, string>>;
  difficulties: Readonly<Record<ParsedDifficulty, string>>;
  /** After the numbers of a time limit. */
  minutes: string;
  seconds: string;
}

export type FormLanguage = 'en' | 'vi';

/** To add a language, add its words: they are written and read from here. */
export const formWords: Readonly<Record<FormLanguage, FormWords>> = {
  en: {
    fields: {
      answer: 'Answer',
      points: 'Points',
      type: 'Type',
      explanation: 'Explanation',
      feedback: 'Feedback',
      description: 'Description',
      category: 'Category',
      difficulty: 'Difficulty',
      timeLimit: 'Time limit',
    },
    types: {
      SINGLE_CHOICE: 'single choice',
      MULTIPLE_CHOICE: 'multiple choice',
      TRUE_FALSE: 'true or false',
      SHORT_ANSWER: 'short answer',
      NUMERIC: 'number',
    },
    difficulties: { EASY: 'easy', MEDIUM: 'medium', HARD: 'hard' },
    minutes: 'minutes',
    seconds: 'seconds',
  },
  vi: {
    fields: {
      answer: 'Đáp án',
      points: 'Điểm',
      type: 'Loại',
      explanation: 'Giải thích',
      feedback: 'Nhận xét',
      description: 'Mô tả',
      category: 'Danh mục',
      difficulty: 'Độ khó',
      timeLimit: 'Thời gian',
    },
    types: {
      SINGLE_CHOICE: 'một lựa chọn',
      MULTIPLE_CHOICE: 'nhiều lựa chọn',
      TRUE_FALSE: 'đúng sai',
      SHORT_ANSWER: 'trả lời ngắn',
      NUMERIC: 'số',
    },
    difficulties: { EASY: 'dễ', MEDIUM: 'trung bình', HARD: 'khó' },
    minutes: 'phút',
    seconds: 'giây',
  },
};

const languages = Object.values(formWords);
const sameWord = (a: string, b: string): boolean =>
  a.trim().normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

const labels = languages.flatMap(({ fields }) => Object.entries(fields) as [FormField, string][]);
/** At most one space belongs to the label: the value keeps its own. */
const labelled = /^\s*([^:：]{1,40}?)\s*[:：][ \u00a0]?/u;

/** The field a text announces, and where its value begins; null when it announces none. */
export function matchField(text: string): { field: FormField; from: number } | null {
  const found = labelled.exec(text);
  const label = labels.find(([, word]) => sameWord(found?.[1] ?? '', word));
  if (found && label) return { field: label[0], from: found[0].length };
  const answer = matchAnswerLine(text);
  if (answer?.separated) return { field: 'answer', from: text.lastIndexOf(answer.value) };
  const explanation = matchExplanation(text);
  return explanation === null ? null : { field: 'explanation', from: explanation };
}

function keyOf<K extends string>(
  tables: readonly Readonly<Record<K, string>>[],
  text: string,
): K | null {
  const entries = tables.flatMap((table) => Object.entries(table) as [K, string][]);
  return entries.find(([, word]) => sameWord(text, word))?.[0] ?? null;
}

/** The type a word names, or null. */
export const matchType = (text: string): QuestionType | null =>
  keyOf(
    languages.map(({ types }) => types),
    text,
  );

const number = '[-−]?\\d+(?:[.,]\\d+)?(?:e[-+]?\\d+)?';
const numeric = new RegExp(`^\\s*(${number})\\s*(?:(?:±|\\+[-/]+)\\s*(${number})\\s*)?$`, 'iu');
const toNumber = (text: string): number => Number(text.replace('−', '-').replace(',', '.'));

/** A number with its tolerance, such as `9.81 ± 0.02`; null for anything else. */
export function matchNumber(text: string): { value: number; tolerance: number } | null {
  const [, value, tolerance = '0'] = numeric.exec(text) ?? [];
  return value === undefined ? null : { value: toNumber(value), tolerance: toNumber(tolerance) };
}
