import type { Span } from './span.js';

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Letters of options, alone or several, or one before a text. */
const names =
  /^[([]?(?:[A-Ja-j][\s,;&/+]*){1,6}[)\].]?$|^[([]?(?:\p{L}|\d{1,2})[)\].:、]+(?:\s|$)|^\p{L}[)\].]?$/u;

/**
 * Does an answer name one of the lines below the question, by letter, number or its very text? Then those
 * lines are its options, written in a way that was not understood, and the answer is no text to type.
 */
export function namesLine(answer: string, stem: readonly Span[]): boolean {
  const below = stem.slice(1).filter(({ text }) => text.trim() !== '');
  if (below.length < 2) return false;
  if (/^\d{1,2}[)\].]?$/u.test(answer)) return Number.parseInt(answer, 10) <= below.length;
  const isIdeograph = /^\p{Ideographic}$/u.test(answer);
  if (!isIdeograph && names.test(answer.replace(/\s(?:and|or|và|и|y|e|et|und|dan)\s/giu, ',')))
    return true;
  const wanted = folded(answer);
  return wanted !== '' && below.some(({ text }) => folded(text).endsWith(wanted));
}
