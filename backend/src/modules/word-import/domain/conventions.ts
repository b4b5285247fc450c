import { findInlineKey } from './inline-key.js';
import { matchAnswerLine } from './key-words.js';
import { listQuestionLabel, matchQuestionLabel } from './question-marker.js';
import { usesSigns } from './sign-convention.js';
import type { DocumentParagraph } from './source-document.js';
import { linesOf } from './span.js';
import { trueFalseWord } from './true-false.js';

/** Ways of writing that only mean something where a whole document is written so. */
export interface Conventions {
  /** `?` questions, `+` right and `=` wrong options. */
  signs: boolean;
  /** Plain-text markup: `*a)`, `[*]`, `... feedback`, `= 5 +- 1`, `* accepted`, `____`, `^^^^`. */
  markup: boolean;
  /** Answers after an arrow. */
  arrows: boolean;
  /** The letter of the answer in brackets or after an arrow on the question's line. */
  inlineKeys: boolean;
}

/** Those of a document that is written in none of these ways. */
export const noConventions: Conventions = {
  signs: false,
  markup: false,
  arrows: false,
  inlineKeys: false,
};

const markupKinds: readonly RegExp[] = [
  /^\s*\*[a-zA-Z]\)/,
  /^\s*\[\*\]/,
  /^\s*\.\.\.\s+\S/,
  /^\s*=\s*[[\d.-]/,
  /^\s*\^{4}\s*$/,
  /^\s*_{4}\s*$/,
  /^\s*quiz title:/i,
];
const leastMarkupKinds = 3;
const leastShare = 0.4;
const arrowStart = /^\s*(?:[→⇒➔➜⟶]|=+>)\s*/u;

/** The text after an arrow that a line begins with, or null. */
export function afterLeadingArrow(text: string): string | null {
  const found = arrowStart.exec(text);
  return found ? text.slice(found[0].length).trim() : null;
}

interface Counts {
  questions: number;
  inline: number;
  arrows: number;
  markup: Set<RegExp>;
}

function countLine(text: string, isQuestion: boolean, counts: Counts): void {
  for (const kind of markupKinds) if (kind.test(text)) counts.markup.add(kind);
  const arrowed = afterLeadingArrow(text);
  if (arrowed !== null && (matchAnswerLine(arrowed) || trueFalseWord(arrowed))) counts.arrows += 1;
  if (!isQuestion) return;
  counts.questions += 1;
  const key = findInlineKey(text);
  if (key?.needsHabit) counts.inline += 1;
  if (key && /[→⇒➔➜⟶>]/u.test(text.slice(key.from, key.to))) counts.arrows += 1;
}

/** Looks over a whole document once. */
export function findConventions(paragraphs: readonly DocumentParagraph[]): Conventions {
  const counts: Counts = { questions: 0, inline: 0, arrows: 0, markup: new Set() };
  for (const paragraph of paragraphs) {
    linesOf(paragraph).forEach(({ text }, line) => {
      const listed = line === 0 ? listQuestionLabel(paragraph.numbering) : null;
      countLine(text, (listed ?? matchQuestionLabel(text)) !== null, counts);
    });
  }
  return {
    signs: usesSigns(paragraphs),
    markup: counts.markup.size >= leastMarkupKinds,
    arrows: counts.arrows > 1,
    inlineKeys: counts.inline > 1 && counts.inline >= counts.questions * leastShare,
  };
}
