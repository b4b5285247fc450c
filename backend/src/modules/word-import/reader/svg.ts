import { Buffer } from 'node:buffer';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { readImageHeader } from './image-header.js';
import { limits } from './limits.js';
import {
  allowedAttributes,
  allowedElements,
  gradients,
  localReferences,
  referring,
  resources,
} from './svg-rules.js';

export interface SafeSvg {
  bytes: Buffer;
  /** Pixels, as the picture itself says. */
  width: number;
  height: number;
  /** Nothing that could be seen was left out. */
  whole: boolean;
}

/** Why a drawing is refused as a whole: its Word file has another picture in its place. */
class UnsafeSvg extends Error {}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;');

/** A raster picture inside the drawing: PNG or JPEG, told by its content. */
function isRasterData(href: string): boolean {
  const data = /^data:image\/(?:png|jpe?g);base64,([\s\w+/=]+)$/i.exec(href)?.[1];
  const header = data === undefined ? null : readImageHeader(Buffer.from(data, 'base64'));
  if (!header || !/^image\/(?:png|jpeg)$/.test(header.mime)) return false;
  return header.width * header.height <= limits.svgRasterPixels;
}

interface Reference {
  to: string;
  /** Ids of the elements around it. */
  within: string[];
  inResource: boolean;
}

interface OpenElement {
  name: string;
  id: string | null;
}

/** Writes a drawing anew, element by element, from what is allowed. */
class SvgWriter {
  private readonly out: string[] = [];
  private readonly open: OpenElement[] = [];
  private elements = 0;
  /** Depth inside an element that is left out. */
  private skipping = 0;
  private style: string | null = null;
  private uses = 0;
  private readonly gradientIds = new Set<string>();
  private readonly references: Reference[] = [];
  private readonly copied = new Set<string>();
  /** Nothing that could be seen was left out. */
  whole = true;
  size: { width: number; height: number } | null = null;

  start(tag: SaxesTagNS): void {
    this.elements += 1;
    if (this.elements > limits.svgElements || this.open.length >= limits.svgDepth) {
      throw new UnsafeSvg('too large');
    }
    if (this.open.length === 0 && (tag.uri !== SVG || tag.local !== 'svg')) {
      throw new UnsafeSvg('not a drawing');
    }
    // A style sheet is text alone: what follows an element in it would not be looked at as a whole.
    const inStyle = this.style !== null;
    if (this.skipping > 0 || inStyle || tag.uri !== SVG || !allowedElements.has(tag.local)) {
      if (tag.uri === SVG && tag.local !== 'metadata') this.whole = false;
      this.skipping += 1;
      return;
    }
    this.write(tag);
  }

  end(): void {
    if (this.skipping > 0) {
      this.skipping -= 1;
      return;
    }
    if (this.style !== null) this.writeStyle(this.style);
    this.style = null;
    const element = this.open.pop();
    if (element) this.out.push(`</${element.name}>`);
  }

  text(text: string): void {
    if (this.skipping > 0 || this.open.length === 0) return;
    if (this.style !== null) this.style += text;
    else this.out.push(escaped(text));
  }

  /** The whole drawing. References that could multiply each other make it unsafe. */
  result(): string {
    // Gradients hold nothing that is drawn; whatever else is referred to must not refer in turn.
    const growing = this.references.filter(({ to }) => !this.gradientIds.has(to));
    const chained = growing.some(
      ({ within, inResource }) => inResource || within.some((id) => this.copied.has(id)),
    );
    if (chained || this.uses * this.elements > limits.svgCopies) throw new UnsafeSvg('references');
    return this.out.join('');
  }

  private write(tag: SaxesTagNS): void {
    const isRoot = this.open.length === 0;
    const name = tag.local === 'a' ? 'g' : tag.local;
    const attributes = Object.values(tag.attributes);
    const id = attributes.find(({ uri, local }) => uri === '' && local === 'id')?.value ?? null;
    if (isRoot) this.size = sizeOf(tag);
    if (id !== null && gradients.has(name)) this.gradientIds.add(id);
    this.open.push({ name, id });
    this.out.push(`<${name}${isRoot ? ` xmlns="${SVG}"` : ''}`);
    for (const { uri, local, value } of attributes) this.attribute(name, uri, local, value);
    this.out.push('>');
    if (name === 'style') this.style = '';
  }

  private attribute(element: string, uri: string, local: string, value: string): void {
    if (local === 'href' && (uri === '' || uri === XLINK)) this.href(element, value);
    else if (uri === XML && local === 'space') this.out.push(` xml:space="${quoted(value)}"`);
    else if (uri === '' && allowedAttributes.has(local)) {
      const names = localReferences(value);
      if (names === null) return;
      this.refer(names);
      this.out.push(` ${local}="${quoted(value)}"`);
    }
  }

  private href(element: string, value: string): void {
    const local = /^\s*#([\w.:-]+)\s*$/.exec(value)?.[1];
    if (local !== undefined && referring.has(element)) {
      this.refer([local]);
      if (element === 'use') {
        this.uses += 1;
        this.copied.add(local);
      }
    } else if (element !== 'image' || !isRasterData(value)) return;
    this.out.push(` href="${quoted(value.trim())}"`);
  }

  private refer(names: readonly string[], anywhere = false): void {
    const within = this.open.flatMap(({ id }) => id ?? []);
    const inResource = anywhere || this.open.some(({ name }) => resources.has(name));
    for (const to of names) this.references.push({ to, within, inResource });
    if (this.references.length > limits.svgReferences) throw new UnsafeSvg('references');
  }

  private writeStyle(css: string): void {
    const names = localReferences(css);
    if (names === null) return;
    // A rule may apply anywhere, inside resources too.
    this.refer(names, true);
    this.out.push(escaped(css));
  }
}

const pixelsPerUnit = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
]);

function pixels(length: string | undefined): number | null {
  const found = /^\s*([\d.]+)\s*([a-z]*)\s*$/.exec(length ?? '');
  const size = Number(found?.[1]) * (pixelsPerUnit.get(found?.[2] ?? '') ?? Number.NaN);
  return size > 0 && size <= limits.pictureSidePixels ? Math.max(Math.round(size), 1) : null;
}

function sizeOf({ attributes }: SaxesTagNS): { width: number; height: number } {
  const [, , boxWidth, boxHeight] = (attributes['viewBox']?.value ?? '').trim().split(/[\s,]+/);
  return {
    width: pixels(attributes['width']?.value) ?? pixels(boxWidth) ?? 300,
    height: pixels(attributes['height']?.value) ?? pixels(boxHeight) ?? 150,
  };
}

function rewrite(source: string): SafeSvg {
  const writer = new SvgWriter();
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw new UnsafeSvg('DOCTYPE');
  });
  parser.on('error', (error) => {
    throw new UnsafeSvg(error.message);
  });
  parser.on('opentag', (tag) => writer.start(tag));
  parser.on('closetag', () => writer.end());
  parser.on('text', (text) => writer.text(text));
  parser.on('cdata', (text) => writer.text(text));
  parser.write(source).close();
  const text = writer.result();
  if (!writer.size) throw new UnsafeSvg('empty');
  return { ...writer.size, whole: writer.whole, bytes: Buffer.from(text, 'utf8') };
}

/**
 * A drawing (SVG) written anew from shapes, text, gradients and embedded PNG or JPEG pictures alone: no
 * scripts, no handlers, no addresses, no DOCTYPE, nothing that multiplies itself. Null when the bytes are
 * no such drawing or what is left could not be told to be harmless.
 */
export function safeSvg(bytes: Buffer): SafeSvg | null {
  if (bytes.length > limits.svgBytes) return null;
  try {
    return rewrite(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof UnsafeSvg) return null;
    throw error;
  }
}
