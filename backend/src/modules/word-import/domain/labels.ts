/** Alphabets whose letters label options, in their order. */
const alphabets: readonly (readonly [LabelFamily, string])[] = [
  ['upper', 'ABCDEFGHIJ'],
  ['lower', 'abcdefghij'],
  ['cyrillicUpper', 'АБВГДЕЖЗИК'],
  ['cyrillicLower', 'абвгдежзик'],
  ['circled', '①②③④⑤⑥⑦⑧⑨⑩'],
];

export type LabelFamily =
  | 'upper'
  | 'lower'
  | 'cyrillicUpper'
  | 'cyrillicLower'
  | 'circled'
  | 'number'
  | 'list'
  | 'box'
  | 'declared';

export interface OptionMarker {
  family: LabelFamily;
  /** Position in its alphabet, from 1. */
  ordinal: number;
  /** Without punctuation. */
  label: string;
  /** Preceded or followed by a mark such as `*`. */
  marked: boolean;
  /** Where the option's own text begins. */
  from: number;
}

const letters = alphabets.map(([, alphabet]) => alphabet).join('');
const mark = '[*✓✔]';
const typedLabel = new RegExp(
  `^\\s*(${mark}\\s*)?(?:[(（\\[]\\s*([${letters}])\\s*[)）\\]]|([${letters}])\\s?[.)．、。:：）\\]])[.:]?(\\s*)(${mark}\\s*(?=\\S))?`,
  'u',
);
const circledLabel = new RegExp(`^\\s*(${mark}\\s*)?([①-⑩])(\\s*)`, 'u');
/** `e.g.`, `U.S.`, `i.e.`: a letter, a stop and at once another lettered stop. */
const abbreviation = /^\s*\p{L}\.\p{L}\./u;

/** Family and position of a letter. */
export function letterOrdinal(letter: string): { family: LabelFamily; ordinal: number } | null {
  for (const [family, alphabet] of alphabets) {
    const index = alphabet.indexOf(letter);
    if (index >= 0) return { family, ordinal: index + 1 };
  }
  return null;
}

/** The typed label at the start of a text: `A.`, `*b)`, `(C)`, `D、`, `①`. */
export function matchOptionLabel(text: string): OptionMarker | null {
  if (abbreviation.test(text)) return null;
  const found = typedLabel.exec(text);
  if (found) {
    const letter = found[2] ?? found[3] ?? '';
    const place = letterOrdinal(letter);
    const marked = found[1] !== undefined || found[5] !== undefined;
    return place && { ...place, label: letter, marked, from: found[0].length };
  }
  const circled = circledLabel.exec(text);
  const place = letterOrdinal(circled?.[2] ?? '');
  if (!circled || !place) return null;
  const label = circled[2] ?? '';
  return { ...place, label, marked: circled[1] !== undefined, from: circled[0].length };
}

/** A mark before an option that Word itself labels, or inside its text: `* Paris`, `! Paris`. */
export const leadingMark = /^\s*([*!✓✔])\s*(?=\S)/u;

const boxGlyph = /^\s*(?:([☐□])|([☑☒✓✔■])|\[( ?)\]|\[([*xX✓])\])\s*/u;

/** A check box before an option: `☐ Rome`, `☑ Paris`, `[ ] Rome`, `[*] Paris`. */
export function matchBox(text: string): { marked: boolean; from: number } | null {
  const found = boxGlyph.exec(text);
  if (!found) return null;
  return { marked: found[2] !== undefined || found[4] !== undefined, from: found[0].length };
}

const innerLabels = new Map<string, RegExp>();

/** Finds one letter's label after white space; made once for each letter. */
function innerLabel(letter: string): RegExp {
  const known = innerLabels.get(letter);
  if (known) return known;
  const label = `(?:[(（\\[]${letter}[)）\\]]|${letter}\\s?[.)．、:：）])`;
  const pattern = new RegExp(`(\\s+)(?:${mark}\\s?)?${label}`, 'gu');
  innerLabels.set(letter, pattern);
  return pattern;
}

/** Where the label with this family and position stands after white space; wide space counts as sure. */
export function findNextLabel(
  text: string,
  from: number,
  family: LabelFamily,
  ordinal: number,
): { at: number; sure: boolean } | null {
  const letter = alphabets.find(([name]) => name === family)?.[1][ordinal - 1];
  if (letter === undefined) return null;
  const pattern = innerLabel(letter);
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (!found) return null;
  const gap = found[1] ?? '';
  return { at: found.index + gap.length, sure: gap.length > 1 || gap === '\t' };
}
