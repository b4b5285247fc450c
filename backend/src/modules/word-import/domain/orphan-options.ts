import { matchBox, matchOptionLabel } from './labels.js';
import type { Span } from './span.js';

const lastLetter = 8;
const listFormat = /letter|russian|arabicAlpha|hebrew/i;

/** Which option of a question a line labels itself as, from 1; 0 for a check box, null for other lines. */
function ordinalOf({ text, paragraph: { numbering } }: Span): number | null {
  if (numbering && listFormat.test(numbering.format)) return numbering.value;
  const option = matchOptionLabel(text);
  if (option) return option.family === 'number' ? null : option.ordinal;
  return matchBox(text) ? 0 : null;
}

/**
 * Is this one of the lines of no question one of the options of something? A lone `A.` may be an initial or a heading: it
 * takes the neighbour of its letter beside it among the lines of no question.
 */
export function isOrphanOption(leftovers: readonly Span[], at: number): boolean {
  const span = leftovers[at];
  const ordinal = span ? ordinalOf(span) : null;
  if (ordinal === null || ordinal > lastLetter) return false;
  return [leftovers[at - 1], leftovers[at + 1]].some((beside) => {
    const other = beside && ordinalOf(beside);
    return other !== null && other !== undefined && Math.abs(other - ordinal) <= 1;
  });
}
