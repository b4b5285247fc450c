import type { RunFormat } from '../domain/source-document.js';
import { isSymbolFont } from './symbols.js';
import { isOn, type XmlElement } from './xml-tree.js';

/** What one `w:rPr` says; absent properties are inherited. */
export type RunProperties = Partial<RunFormat> & {
  /** A font of signs, such as Wingdings; null for fonts of letters. */
  symbolFont?: string | null;
};

/** A format, and the font when it is one of signs: what that shows is settled before anything is read into it. */
export interface RunLook {
  format: RunFormat;
  symbolFont: string | null;
}

const plainFills = new Set(['auto', 'ffffff', 'none', 'clear']);
const codeFont = /courier|consol|mono|menlo|lucida console|source code|typewriter/i;

function colourOf({ attributes }: XmlElement): string | null {
  const theme = attributes.get('w:themeColor');
  const value = attributes.get('w:val')?.toLowerCase();
  if (value !== undefined && /^[0-9a-f]{6}$/.test(value)) return value;
  if (theme === undefined || /^(text1|dark1|none)$/.test(theme)) return null;
  return `theme:${theme}`;
}

/** The colour of a shading, null when it is none or white. */
export function fillOf(value: string | undefined): string | null {
  const fill = value?.toLowerCase() ?? 'none';
  return plainFills.has(fill) || fill === 'white' ? null : fill;
}

function verticalOf(value: string | undefined): 'sub' | 'sup' | null {
  if (value === 'subscript') return 'sub';
  return value === 'superscript' ? 'sup' : null;
}

/** `w:u` without a value only carries a colour: it underlines nothing. */
function readUnderline(element: XmlElement, to: RunProperties): void {
  if (element.attributes.has('w:val')) to.underline = isOn(element);
}

function readFont(attributes: XmlElement['attributes'], to: RunProperties): void {
  const font = attributes.get('w:ascii') ?? attributes.get('w:hAnsi');
  if (font === undefined && !attributes.has('w:asciiTheme')) return;
  to.code = font !== undefined && codeFont.test(font);
  to.symbolFont = font !== undefined && isSymbolFont(font) ? font : null;
}

function readProperty(element: XmlElement, to: RunProperties): void {
  const { name, attributes } = element;
  if (name === 'w:b') to.bold = isOn(element);
  else if (name === 'w:i') to.italic = isOn(element);
  else if (name === 'w:u') readUnderline(element, to);
  else if (name === 'w:strike' || name === 'w:dstrike') to.strike = isOn(element);
  else if (name === 'w:vanish') to.hidden = isOn(element);
  else if (name === 'w:vertAlign') to.vertical = verticalOf(attributes.get('w:val'));
  else if (name === 'w:color') to.colour = colourOf(element);
  else if (name === 'w:highlight') to.highlight = fillOf(attributes.get('w:val'));
  else if (name === 'w:shd') to.highlight ??= fillOf(attributes.get('w:fill'));
  else if (name === 'w:rFonts') readFont(attributes, to);
}

/** Reads a `w:rPr` element. */
export function readRunProperties(element: XmlElement | undefined): RunProperties {
  const properties: RunProperties = {};
  for (const property of element?.children ?? []) readProperty(property, properties);
  return properties;
}

const plain: RunFormat = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  vertical: null,
  highlight: null,
  colour: null,
  hidden: false,
  code: false,
};

const toggles = ['bold', 'italic', 'strike', 'hidden'] as const;

/**
 * What a character style makes of the style of its paragraph: bold on bold is plain again, as Word shows it
 * (ECMA-376 part 1, 17.7.3).
 */
export function styledBy(base: RunProperties, character: RunProperties): RunProperties {
  const both = { ...base, ...character };
  for (const toggle of toggles) {
    if (base[toggle] && character[toggle] !== undefined) both[toggle] = !character[toggle];
  }
  return both;
}

/** Gives equal formats one object: a document has few formats and very many runs. */
export class FormatTable {
  private readonly formats = new Map<string, RunFormat>();
  private readonly looks = new Map<string, RunLook>();

  /** Later properties win; what none of them says is plain. */
  merge(...layers: RunProperties[]): RunLook {
    const { symbolFont = null, ...format } = layers.reduce<RunFormat & RunProperties>(
      (under, layer) => ({ ...under, ...layer }),
      plain,
    );
    const formatKey = Object.values(format).join('|');
    const key = `${formatKey}|${symbolFont ?? ''}`;
    const known = this.looks.get(key);
    if (known) return known;
    const look = { format: this.formats.get(formatKey) ?? format, symbolFont };
    this.formats.set(formatKey, look.format);
    this.looks.set(key, look);
    return look;
  }
}
