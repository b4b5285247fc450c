import { matchAnswerLine, matchNumberedAnswer } from './key-words.js';
import { namesLetters, splitList } from './key-value.js';
import { trueFalseWord } from './true-false.js';

export interface ListedKey {
  number: number;
  value: string;
}

const entry =
  /\s*(?:(?:questions?|q|ques|câu|вопрос|soal|nr|no|n[°º]|第)\s*\.?\s*)?[(（]?(\d{1,3})[)）]?\s*题?\s*(?:[.:：、)=→–—-]|\s)*\s*([A-Ja-jА-Ж√×]{1,5}|True|False|T|F|Đúng|Sai|Đ|S|对|错|正确|错误)(?![\p{L}\p{N}])[.]?\s*(?:[,;，；|/·•]\s*|$|(?=\s|\d|[Qq(（]))/iuy;

/** The entries of a line that is nothing but them: `1. B 2. C`, `1B 2C`, `1-b; 2-c`, `Q1: B`, counting on by one. */
function entriesOf(text: string): ListedKey[] | null {
  const entries: ListedKey[] = [];
  entry.lastIndex = 0;
  while (entry.lastIndex < text.length) {
    const [, digits, value] = entry.exec(text) ?? [];
    if (digits === undefined || value === undefined) return null;
    const number = Number(digits);
    const before = entries.at(-1);
    if (before && number !== before.number + 1) return null;
    entries.push({ number, value });
  }
  return entries.length >= 2 ? entries : null;
}

/** Answers to several questions on one line, or to one that the line names: `Answer 3: B`; null for all else. */
export function readKeyList(text: string): ListedKey[] | null {
  if (!/\d/.test(text)) return null;
  const one = matchNumberedAnswer(text);
  if (one && (namesLetters(one.value) || trueFalseWord(one.value))) return [one];
  const announced = matchAnswerLine(text);
  return entriesOf((announced?.value ?? text).trim());
}

/** `d, a, d, …`: plain letters, of which there must be one a question; null for a single answer. */
export function readPlainList(value: string): string[] | null {
  if (!namesLetters(value) || /\d/.test(value)) return null;
  const letters = splitList(value);
  const joined = letters.length > 1 ? letters : (value.match(/[A-Ja-j]/gu) ?? []);
  return joined.length > 1 ? joined : null;
}
