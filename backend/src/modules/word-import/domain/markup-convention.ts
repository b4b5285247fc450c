import type { Reading } from './reading.js';

/** The lines of plain-text quiz markup that mean nothing in other documents. */
const feedback = /^\s*(?:\.\.\.|[+-])\s+(?=\S)/;
const numeric = /^\s*=\s*(?=[[\d.-])/;
const accepted = /^\s*\*\s+(?=\S)/;
const essay = /^\s*_{4}\s*$/;
const upload = /^\s*\^{4}\s*$/;

/** A reading of a document that is written in such markup. */
export function withMarkup(reading: Reading): Reading {
  const { text } = reading.span;
  if (reading.option || reading.question) return reading;
  if (essay.test(text)) return { ...reading, essay: true, ignored: null };
  if (upload.test(text)) return { ...reading, ignored: 'FILE_UPLOAD' };
  const said = feedback.exec(text);
  if (said) return { ...reading, explanation: said[0].length, markup: true };
  const number = numeric.exec(text);
  if (number) return { ...reading, key: { value: text.slice(number[0].length).trim() } };
  const one = accepted.exec(text);
  return one ? { ...reading, accepted: text.slice(one[0].length).trim() } : reading;
}
