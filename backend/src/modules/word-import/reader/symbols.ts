/** Glyphs of Wingdings fonts that carry meaning in a quiz: check boxes, ticks, crosses, bullets, arrows. */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0x71: '☐',
  0x72: '☐',
  0x9f: '•',
  0xa1: '○',
  0xa8: '☐',
  0xdf: '←',
  0xe0: '→',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0xa3: '☐',
};

/** The Symbol font's letters in the order of its code page (0x41–0x5A, 0x61–0x7A). */
const symbolUpper = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const symbolLower = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const symbolOther: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xc5: '⊕',
  0xc6: '∅',
  0xc7: '∩',
  0xc8: '∪',
  0xcc: '⊂',
  0xce: '∈',
  0xd0: '∠',
  0xd1: '∇',
  0xd6: '√',
  0xd7: '⋅',
  0xde: '⇒',
  0xe5: '∑',
  0xf2: '∫',
};

function symbolFont(code: number): string {
  const upper = [...symbolUpper][code - 0x41];
  const lower = [...symbolLower][code - 0x61];
  if (code >= 0x41 && upper !== undefined) return upper;
  if (code >= 0x61 && lower !== undefined) return lower;
  return symbolOther[code] ?? String.fromCharCode(code);
}

/** The character a `w:sym` shows; `charCode` is its hexadecimal code, often in the private area. */
export function symbolText(font: string, charCode: string): string {
  const code = Number.parseInt(charCode, 16);
  if (!Number.isFinite(code) || code <= 0 || code > 0xffff) return '';
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const low = isPrivate ? code - 0xf000 : code;
  if (low > 0xff) return String.fromCharCode(code);
  if (/^wingdings 2$/i.test(font)) return wingdings2[low] ?? '▪';
  if (/^wingdings/i.test(font)) return wingdings[low] ?? '▪';
  if (/^symbol$/i.test(font)) return symbolFont(low);
  return String.fromCharCode(low);
}
