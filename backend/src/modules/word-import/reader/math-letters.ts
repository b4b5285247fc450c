/** First code points of an alphabet among the mathematical alphanumerics; 0 where it has none. */
interface Alphabet {
  upper: number;
  lower: number;
  digits: number;
  /** Letters that Unicode had before, elsewhere. */
  elsewhere?: Readonly<Record<string, string>>;
}

const elsewhere = {
  script: {
    B: 'ℬ',
    E: 'ℰ',
    F: 'ℱ',
    H: 'ℋ',
    I: 'ℐ',
    L: 'ℒ',
    M: 'ℳ',
    R: 'ℛ',
    e: 'ℯ',
    g: 'ℊ',
    o: 'ℴ',
  },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  doubleStruck: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

const alphabets = new Map<string, Alphabet>([
  ['roman b', { upper: 0x1d400, lower: 0x1d41a, digits: 0x1d7ce }],
  ['roman bi', { upper: 0x1d468, lower: 0x1d482, digits: 0x1d7ce }],
  ['script', { upper: 0x1d49c, lower: 0x1d4b6, digits: 0, elsewhere: elsewhere.script }],
  ['script b', { upper: 0x1d4d0, lower: 0x1d4ea, digits: 0 }],
  ['fraktur', { upper: 0x1d504, lower: 0x1d51e, digits: 0, elsewhere: elsewhere.fraktur }],
  ['fraktur b', { upper: 0x1d56c, lower: 0x1d586, digits: 0 }],
  [
    'double-struck',
    { upper: 0x1d538, lower: 0x1d552, digits: 0x1d7d8, elsewhere: elsewhere.doubleStruck },
  ],
  ['sans-serif', { upper: 0x1d5a0, lower: 0x1d5ba, digits: 0x1d7e2 }],
  ['sans-serif b', { upper: 0x1d5d4, lower: 0x1d5ee, digits: 0x1d7ec }],
  ['monospace', { upper: 0x1d670, lower: 0x1d68a, digits: 0x1d7f6 }],
]);

/** Where the Greek capitals and small letters of a style begin. */
const greek = new Map<string, readonly [upper: number, lower: number]>([
  ['b', [0x1d6a8, 0x1d6c2]],
  ['bi', [0x1d71c, 0x1d736]],
]);

function shifted(code: number, first: number, last: number, base: number): string | null {
  if (code < first || code > last || base === 0) return null;
  return String.fromCodePoint(base + code - first);
}

function alphabetOf(script: string, style: string): Alphabet | undefined {
  const bold = style === 'b' || style === 'bi';
  if (script === 'roman') return alphabets.get(`roman ${style}`);
  return (bold ? alphabets.get(`${script} b`) : undefined) ?? alphabets.get(script);
}

function styledCharacter(character: string, alphabet: Alphabet, style: string): string {
  const code = character.codePointAt(0) ?? 0;
  return (
    alphabet.elsewhere?.[character] ??
    shifted(code, 0x41, 0x5a, alphabet.upper) ??
    shifted(code, 0x61, 0x7a, alphabet.lower) ??
    shifted(code, 0x30, 0x39, alphabet.digits) ??
    shifted(code, 0x391, 0x3a9, greek.get(style)?.[0] ?? 0) ??
    shifted(code, 0x3b1, 0x3c9, greek.get(style)?.[1] ?? 0) ??
    character
  );
}

/**
 * Letters of a formula in the alphabet Word sets them in (`m:scr`, `m:sty`): bold, script, double-struck …
 * as the characters Unicode has for them, because MathML Core knows no other way.
 */
export function styledLetters(text: string, script: string, style: string): string {
  const alphabet = alphabetOf(script, style);
  if (!alphabet) return text;
  return Array.from(text, (character) => styledCharacter(character, alphabet, style)).join('');
}
