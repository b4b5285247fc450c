import type { Reading } from './reading.js';
import type { DocumentParagraph } from './source-document.js';
import { isBlank, linesOf } from './span.js';

/** A convention of its own: `?` or `*` before each question, `+` before right and `=` before wrong options. */
const optionSign = /^\s*([+=])\s*(?=\S)/;
const questionSign = /^\s*[?*#]\s*(?=\S)/;
const leastShare = 0.5;

/** Does most of this document consist of lines with signs? */
export function usesSigns(paragraphs: readonly DocumentParagraph[]): boolean {
  let lines = 0;
  const count = { '+': 0, '=': 0 };
  for (const span of paragraphs.flatMap(linesOf)) {
    if (isBlank(span)) continue;
    lines += 1;
    const sign = optionSign.exec(span.text)?.[1];
    if (sign === '+' || sign === '=') count[sign] += 1;
  }
  const signed = count['+'] + count['='];
  return count['+'] > 0 && count['='] > 1 && signed >= lines * leastShare;
}

/** A reading with its signs understood; only for documents that use them. */
export function withSigns(reading: Reading): Reading {
  const { text } = reading.span;
  const option = optionSign.exec(text);
  if (option) {
    const marked = option[1] === '+';
    const from = option[0].length;
    const sign = { family: 'box', ordinal: 0, label: '', marked, from } as const;
    return { ...reading, option: sign, question: null, key: null, ignored: null };
  }
  const question = questionSign.exec(text);
  if (!question) return reading;
  const marker = { style: 'keyword', value: 0, label: '', from: question[0].length };
  return { ...reading, question: marker, option: null, ignored: null };
}
