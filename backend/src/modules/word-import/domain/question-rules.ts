import type { Draft } from './draft.js';
import { anotherListFollows, bodyFollows, numberTwoFollows } from './lookahead.js';
import type { NumberingStyles } from './numbering-styles.js';
import type { QuestionMarker } from './question-marker.js';
import type { Readings } from './readings.js';

/** What a numbered line is, given what came before it. */
export type NumberedRole = 'question' | 'option' | 'text';

export interface NumberingState {
  draft: Draft | null;
  /** Number and style of the last question. */
  last: QuestionMarker | null;
  /** The next number of a list inside a stem (1, 2, 3 … statements), or null. */
  innerNext: number | null;
}

/** Numbers of a draft's options are taken only in order, from 1, and before its answer. */
function isNextOption(
  draft: Draft | null,
  marker: QuestionMarker,
  readings: Readings,
  index: number,
  styles: NumberingStyles,
): boolean {
  if (!draft || draft.closed) return false;
  const { options } = draft;
  if (marker.value !== options.length + 1) return false;
  if (options.length === 0) {
    return numberTwoFollows(readings, index) && !anotherListFollows(readings, index, styles);
  }
  return options.every(({ family }) => family === 'number');
}

function continues(last: QuestionMarker | null, marker: QuestionMarker): boolean {
  return last !== null && marker.value === last.value + 1;
}

function roleBesideKeywords(
  state: NumberingState,
  marker: QuestionMarker,
  readings: Readings,
  index: number,
  styles: NumberingStyles,
): NumberedRole {
  if (isNextOption(state.draft, marker, readings, index, styles)) return 'option';
  if (marker.value === state.innerNext) return 'text';
  if (continues(state.last, marker) && bodyFollows(readings, index, styles)) return 'question';
  return 'text';
}

/** A list 1, 2, 3 … inside a stem: the statements that the options speak of. */
function isInnerList(state: NumberingState, marker: QuestionMarker, hasBody: boolean): boolean {
  const { draft, innerNext } = state;
  if (!draft || draft.closed || draft.options.length > 0) return false;
  if (innerNext !== null) return marker.value === innerNext;
  return marker.value === 1 && !hasBody;
}

/** A number far from the open question's own, such as a year or a line of code, before it has a body. */
const farthestJump = 5;
function isStray({ draft, last }: NumberingState, { value }: QuestionMarker): boolean {
  if (!draft || !last || draft.closed || draft.options.length > 0 || value === 1) return false;
  return value <= last.value || value > last.value + farthestJump;
}

/** Decides about a line that starts with a number. */
export function numberedRole(
  state: NumberingState,
  marker: QuestionMarker,
  readings: Readings,
  index: number,
  styles: NumberingStyles,
): NumberedRole {
  if (marker.style === 'keyword') return 'question';
  if (styles.keyword) return roleBesideKeywords(state, marker, readings, index, styles);
  if (styles.options.has(marker.style)) {
    return isNextOption(state.draft, marker, readings, index, styles) ? 'option' : 'text';
  }
  const hasBody = bodyFollows(readings, index, styles);
  if (isInnerList(state, marker, hasBody) || isStray(state, marker)) return 'text';
  if (marker.style === 'typed:space' && styles.main !== marker.style) return 'text';
  if (hasBody) return 'question';
  return marker.style === styles.main && continues(state.last, marker) ? 'question' : 'text';
}
