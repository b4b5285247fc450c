export type LabelFamily =
  | 'upper'
  | 'lower'
  | 'cyrillicUpper'
  | 'cyrillicLower'
  | 'circled'
  | 'romanLower'
  | 'romanUpper'
  | 'arabic'
  | 'arabicSchool'
  | 'persian'
  | 'hebrew'
  | 'greekUpper'
  | 'greekLower'
  | 'thai'
  | 'hangul'
  | 'hangulConsonants'
  | 'katakana'
  | 'devanagari'
  | 'bengali'
  | 'georgian'
  | 'number'
  | 'list'
  | 'box'
  | 'declared';

/**
 * Alphabets whose letters label options, in their order; `|` parts what may stand at one place, such as a
 * Cyrillic letter that looks like the Latin one. To add an alphabet, add its letters.
 */
const alphabets: readonly (readonly [LabelFamily, readonly string[][]])[] = (
  [
    ['upper', 'A|А B|В C|С D E|Е F G H|Н I J'],
    ['lower', 'a|а b c|с d e|е f g h i j'],
    ['cyrillicUpper', 'А|A Б В|B Г Д Е|E Ж З И К|K'],
    ['cyrillicLower', 'а|a б в г д е|e ж з и к'],
    ['circled', '①|❶ ②|❷ ③|❸ ④|❹ ⑤|❺ ⑥|❻ ⑦|❼ ⑧|❽ ⑨|❾ ⑩|❿'],
    ['romanLower', 'i ii iii iv v vi vii viii'],
    ['romanUpper', 'I II III IV V VI VII VIII'],
    ['arabic', 'أ|ا|إ|آ|الف|ألف ب ج د ه|هـ و ز ح'],
    ['arabicSchool', 'أ|ا|إ|آ|الف|ألف ب ت ث ج ح خ د'],
    ['persian', 'الف|ا|آ ب پ ت ث ج چ ح'],
    ['hebrew', 'א ב ג ד ה ו ז ח'],
    ['greekUpper', 'Α|A Β|B Γ Δ Ε|E ΣΤ|Ζ Η'],
    ['greekLower', 'α|a β γ δ ε στ|ζ η'],
    ['thai', 'ก ข ค|ฃ ง จ ฉ'],
    ['hangul', '가 나 다 라 마 바'],
    ['hangulConsonants', 'ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ'],
    ['katakana', 'ア イ ウ エ オ カ キ ク'],
    ['devanagari', 'क|अ ख|ब ग|स घ|द ङ'],
    ['bengali', 'ক খ গ ঘ ঙ'],
    ['georgian', 'ა ბ გ დ ე ვ'],
  ] as const
).map(([family, places]) => [family, places.split(' ').map((place) => place.split('|'))]);

export interface LabelPlace {
  family: LabelFamily;
  /** Position in its alphabet, from 1. */
  ordinal: number;
}

export interface OptionMarker extends LabelPlace {
  /** Other alphabets it may be of: a Cyrillic `В` is the second of A, B, C or the third of А, Б, В. */
  others?: readonly LabelPlace[];
  /** Without punctuation. */
  label: string;
  /** Preceded or followed by a mark such as `*`. */
  marked: boolean;
  /** Where the option's own text begins. */
  from: number;
}

const placesByLetter = new Map<string, LabelPlace[]>();
const byNativeness = alphabets.flatMap(([family, places]) =>
  places.flatMap((letters, index) =>
    letters.map((letter, variant) => ({ letter, variant, family, ordinal: index + 1 })),
  ),
);
for (const { letter, family, ordinal } of byNativeness.toSorted((a, b) => a.variant - b.variant)) {
  const places = placesByLetter.get(letter) ?? [];
  placesByLetter.set(letter, [...places, { family, ordinal }]);
}

const letters = [...placesByLetter.keys()]
  .filter((letter) => !/[①-⑩❶-❿]/u.test(letter))
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const mark = '[*✓✔√✅✗✘❌]';
/** A dash counts only with space after it and none inside a word: `A - x`, `a– x`. */
const labelEnd = '\\s?[.)．、。:：）\\]]|\\s?[-–—ـ](?=\\s+\\S)';
const typedLabel = new RegExp(
  `^\\s*(${mark}\\s*)?(?:[(（\\[]\\s*(${letters})\\s*[)）\\]]|(${letters})(?:${labelEnd}))[.:]?(\\s*)(${mark}\\s*(?=\\S))?`,
  'u',
);
const circledLabel = new RegExp(`^\\s*(${mark}\\s*)?([①-⑩❶-❿])\\s*(${mark}\\s*(?=\\S))?`, 'u');
/** `e.g.`, `U.S.`, `i.e.`: a letter, a stop and at once another lettered stop. */
const abbreviation = /^\s*\p{L}\.\p{L}\./u;

const decimalZeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

const foldable =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff01-\uff5e]/g;

/** Full-width forms and the digits of other scripts as plain ones, character for character. */
export function foldWidth(text: string): string {
  // Hardly any text has one of them, and every line is looked at many times.
  return text.search(foldable) < 0
    ? text
    : text.replace(foldable, (character) => {
        const code = character.charCodeAt(0);
        const zero = decimalZeros.find((start) => code >= start && code <= start + 9);
        if (zero !== undefined) return String(code - zero);
        return String.fromCharCode(code - 0xfee0);
      });
}

/** Family and position of a letter: the alphabet it is native to. */
export function letterOrdinal(letter: string): LabelPlace | null {
  return placesByLetter.get(letter)?.[0] ?? null;
}

/** All that a letter's place can be, the likeliest first. */
export const placesOf = ({ family, ordinal, others = [] }: OptionMarker): LabelPlace[] => [
  { family, ordinal },
  ...others,
];

function markerOf(letter: string, marked: boolean, from: number): OptionMarker | null {
  const [place, ...others] = placesByLetter.get(letter) ?? [];
  return place ? { ...place, others, label: letter, marked, from } : null;
}

/**
 * The typed label at the start of a text: `A.`, `*b)`, `(C)`, `D、`, `A -`, `ii.`, `①`. Abbreviations have none, unless
 * `glued`: where labels stand without a space, `C.e.g. this` is option C.
 */
export function matchOptionLabel(written: string, glued = false): OptionMarker | null {
  const text = foldWidth(written);
  if (!glued && abbreviation.test(text)) return null;
  const found = typedLabel.exec(text);
  if (found) {
    const marked = found[1] !== undefined || found[5] !== undefined;
    return markerOf(found[2] ?? found[3] ?? '', marked, found[0].length);
  }
  const circled = circledLabel.exec(text);
  if (!circled) return null;
  const marked = circled[1] !== undefined || circled[3] !== undefined;
  return markerOf(circled[2] ?? '', marked, circled[0].length);
}

/** The marker of a label that Word itself shows: letters of its alphabet may follow in the same line. */
export function alphabetsOf({ family, label, ordinal, others = [] }: OptionMarker): LabelPlace[] {
  if (family !== 'list') return [{ family, ordinal }, ...others];
  return (placesByLetter.get(label) ?? []).filter((place) => place.ordinal === ordinal);
}

/** A mark before an option that Word itself labels, or inside its text: `* Paris`, `! Paris`. */
export const leadingMark = /^\s*([*!✓✔√✅✗✘❌])\s*(?=\S)/u;

const boxGlyph = /^\s*(?:([☐□✗✘❌])|([☑☒✓✔√✅■])|\[( ?)\]|\[([*xX✓])\])\s*/u;

/** A check box before an option: `☐ Rome`, `☑ Paris`, `[ ] Rome`, `[*] Paris`. */
export function matchBox(text: string): { marked: boolean; from: number } | null {
  const found = boxGlyph.exec(text);
  if (!found) return null;
  const marked = found[2] !== undefined || found[4] !== undefined;
  const star = /^[*✓✔]\s*(?=\S)/u.exec(text.slice(found[0].length));
  return { marked: marked || star !== null, from: found[0].length + (star?.[0].length ?? 0) };
}

const innerLabels = new Map<LabelFamily, RegExp[]>();

/** Finds one label after white space; made once for each place. Null where the alphabet is over. */
function innerLabel(family: LabelFamily, ordinal: number): RegExp | null {
  const made = innerLabels.get(family) ?? [];
  innerLabels.set(family, made);
  const known = made[ordinal];
  if (known) return known;
  const choices = lettersAt(family, ordinal);
  if (choices === undefined) return null;
  const letter = `(?:${choices.join('|')})`;
  const end = family === 'number' ? '\\s?[.)．、）](?!\\d)' : '\\s?[.)．、:：）]';
  const label = `(?:[(（\\[]${letter}[)）\\]]|${letter}${end})`;
  // A dash is an everyday sign: only after wide space does it end a label.
  const dashed = `(\\s{2,}|\\t)${letter}\\s?[-–—](?=\\s)`;
  const lettered = `(\\s+)(?:${mark}\\s?)?${label}|${dashed}`;
  const circled = `(\\s*)(?:${mark}\\s?)?${letter}`;
  const pattern = new RegExp(family === 'circled' ? circled : lettered, 'gu');
  made[ordinal] = pattern;
  return pattern;
}

function lettersAt(family: LabelFamily, ordinal: number): readonly string[] | undefined {
  if (family === 'number') return [String(ordinal)];
  return alphabets.find(([name]) => name === family)?.[1][ordinal - 1];
}

const anyInnerLabel = /\s\S{1,6}?\s?[.)．、:：）\]\-–—]|[①-⑩❶-❿]/gu;

/** Could any label at all stand within the text? Tells most lines apart at little cost. */
export function mayHoldLabel(text: string, from: number): boolean {
  anyInnerLabel.lastIndex = from;
  return anyInnerLabel.test(text);
}

/** Where the label with this family and position stands after white space; wide space counts as sure. */
export function findNextLabel(
  text: string,
  from: number,
  family: LabelFamily,
  ordinal: number,
): { at: number; sure: boolean } | null {
  const pattern = innerLabel(family, ordinal);
  if (!pattern) return null;
  pattern.lastIndex = from;
  const found = pattern.exec(foldWidth(text));
  if (!found) return null;
  const gap = found[1] ?? found[2] ?? '';
  return {
    at: found.index + gap.length,
    sure: gap.length > 1 || gap === '\t' || family === 'circled',
  };
}
