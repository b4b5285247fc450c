import type { RunFormat } from '../domain/source-document.js';
import { isOn, type XmlElement } from './xml-tree.js';

/** What one `w:rPr` says; absent properties are inherited. */
export type RunProperties = Partial<RunFormat>;

const plainFills = new Set(['auto', 'ffffff', 'none', 'clear']);
const codeFont = /courier|consol|mono|menlo|lucida console|source code|typewriter/i;

function colourOf({ attributes }: XmlElement): string | null {
  const theme = attributes.get('w:themeColor');
  const value = attributes.get('w:val')?.toLowerCase();
  if (value !== undefined && /^[0-9a-f]{6}$/.test(value)) return value;
  if (theme === undefined || /^(text1|dark1|none)$/.test(theme)) return null;
  return `theme:${theme}`;
}

function fillOf(value: string | undefined): string | null {
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
  else if (name === 'w:rFonts') to.code = codeFont.test(attributes.get('w:ascii') ?? '');
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

/** Gives equal formats one object: a document has few formats and very many runs. */
export class FormatTable {
  private readonly formats = new Map<string, RunFormat>();

  /** Later properties win; what none of them says is plain. */
  merge(...layers: RunProperties[]): RunFormat {
    const format = layers.reduce<RunFormat>((under, layer) => ({ ...under, ...layer }), plain);
    const key = Object.values(format).join('|');
    const known = this.formats.get(key);
    if (known) return known;
    this.formats.set(key, format);
    return format;
  }
}
