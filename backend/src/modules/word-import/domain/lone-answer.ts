import type { Draft } from './draft.js';
import { namesLetters, sameText } from './key-value.js';
import { trueFalseWord } from './true-false.js';

/** Is a whole line nothing but the answer of this question: letters, true or false, or the text of an option? */
export function isLoneAnswer(text: string, { options }: Draft): boolean {
  if (trueFalseWord(text)) return true;
  if (options.length === 0) return false;
  if (namesLetters(text)) return true;
  return options.some(({ spans }) => sameText(spans.map((span) => span.text).join('\n'), text));
}
