import type { Draft } from './draft.js';

const asking =
  /[?？؟]\s*$|[([（]\s*\d+(?:[.,]\d+)?\s*(?:marks?|points?|pts?|điểm|балл\p{L}*|分)\s*[)\]）]\s*$/iu;
/** An answer that is written out part by part: `(a) The main …`. */
const partAnswer = /^[([]?\p{L}[)\].]\s*\S.{20,}/u;

/** Does a lettered line ask something itself, so that it is no option? */
export const asksItself = (text: string): boolean => asking.test(text);

/** Options that ask themselves, such as `a) Who …? b) Why …?`, are parts of an open question. */
export function areSubQuestions({ options, keys }: Draft): boolean {
  const asks = options.filter(({ spans }) => asksItself(spans[0]?.text ?? ''));
  const isOpen = keys.every(({ value }) => partAnswer.test(value));
  return isOpen && asks.length > 0 && asks.length >= options.length / 2;
}
