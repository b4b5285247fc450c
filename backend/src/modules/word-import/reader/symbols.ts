/** Pairs of a first code and the characters from there on; a blank stands for a glyph without meaning. */
function table(...rows: readonly (readonly [first: number, characters: string])[]) {
  const glyphs = new Map<number, string>();
  for (const [first, characters] of rows) {
    [...characters].forEach((character, index) => {
      if (character !== ' ') glyphs.set(first + index, character);
    });
  }
  return glyphs;
}

/** Glyphs of Wingdings fonts that carry meaning in a quiz: check boxes, ticks, digits, bullets, arrows. */
const wingdings = table(
  [0x22, '✂'],
  [0x28, '☎✆'],
  [0x4a, '☺ ☹'],
  [0x6c, '●'],
  [0x6e, '■☐ ☐☐'],
  [0x76, '❖'],
  [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•'],
  [0xa1, '○'],
  [0xa4, '◉◎ ▪☐'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xdf, '←→↑↓'],
  [0xe8, '→'],
  [0xef, '⇦⇨⇧⇩⇔'],
  [0xfb, '✗✓☒☑'],
);

const wingdings2 = table([0x4f, '✗✓☒☑☒'], [0x97, '●'], [0xa3, '☐'], [0x6a, '⓪①②③④⑤⑥⑦⑧⑨⑩']);
const webdings = table([0x61, '✓'], [0x63, '☐'], [0x67, '■'], [0x6e, '●'], [0x72, '✗']);

/** The Symbol font in the order of its code page. */
const symbol = table(
  [0x22, '∀ ∃'],
  [0x27, '∋'],
  [0x2a, '∗'],
  [0x2d, '−'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'],
  [0x5c, '∴'],
  [0x5e, '⊥'],
  [0x60, '‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ'],
  [0x7e, '∼'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xbf, '↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪'],
  [0xf1, '⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'],
);

const fonts: readonly (readonly [RegExp, ReadonlyMap<number, string>])[] = [
  [/^wingdings 2$/i, wingdings2],
  [/^wingdings(?: 3)?$/i, wingdings],
  [/^webdings$/i, webdings],
  [/^symbol$/i, symbol],
];

const glyphsOf = (font: string): ReadonlyMap<number, string> | undefined =>
  fonts.find(([name]) => name.test(font))?.[1];

/** Does this font show signs where others show letters? */
export const isSymbolFont = (font: string): boolean => glyphsOf(font) !== undefined;

const PRIVATE = 0xf000;

/** The character a `w:sym` shows; `charCode` is its hexadecimal code, often in the private area. */
export function symbolText(font: string, charCode: string): string {
  const code = Number.parseInt(charCode, 16);
  if (!Number.isFinite(code) || code <= 0 || code > 0xffff) return '';
  const low = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code;
  if (low > 0xff) return String.fromCharCode(code);
  const glyphs = glyphsOf(font);
  if (!glyphs || low < 0x20) return String.fromCharCode(low);
  return glyphs.get(low) ?? (glyphs === symbol ? String.fromCharCode(low) : '▪');
}

/** Text set in a symbol font as the signs it shows; what has no sign of its own stays as it is. */
export function symbolFontText(font: string, text: string): string {
  const glyphs = glyphsOf(font);
  if (!glyphs) return text;
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    const isPrivate = code >= PRIVATE && code <= PRIVATE + 0xff;
    const glyph = glyphs.get(isPrivate ? code - PRIVATE : code);
    if (glyph !== undefined) return glyph;
    return isPrivate ? symbolText(font, code.toString(16)) : character;
  }).join('');
}
