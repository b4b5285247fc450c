import type { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ParseFailure } from '../domain/parse-failure.js';
import { limits } from './limits.js';
import { knownName } from './xml-names.js';

/** What a part's reader is told. Names carry the reader's own prefixes (see xml-names). */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const found = Object.values(tag.attributes);
  if (found.length === 0) return noAttributes;
  const attributes = new Map<string, string>();
  for (const { uri, local, prefix, value } of found) {
    if (prefix !== 'xmlns') attributes.set(knownName(uri, local), value);
  }
  return attributes;
}

function encodingOf(first: Buffer): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Counts elements over all parts of one document, so that many small parts cost no less than one large. */
export class ElementBudget {
  private used = 0;

  spend(): void {
    this.used += 1;
    if (this.used > limits.xmlElements) throw new ParseFailure('DOC_LIMIT', 'too many elements');
  }
}

/**
 * A streaming XML reader: no entity is ever defined or expanded, any DOCTYPE ends the reading, depth and
 * number of elements are capped. @throws ParseFailure XML_FORBIDDEN | XML_INVALID | DOC_LIMIT
 */
export class XmlStream {
  private readonly parser = new SaxesParser({ xmlns: true, position: false });
  private decoder: TextDecoder | null = null;
  private depth = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly budget: ElementBudget,
  ) {
    this.parser.on('doctype', () => {
      throw new ParseFailure('XML_FORBIDDEN', 'DOCTYPE');
    });
    this.parser.on('error', (error) => {
      throw new ParseFailure('XML_INVALID', error.message, { cause: error });
    });
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', (tag) => {
      this.depth -= 1;
      this.handler.close(knownName(tag.uri, tag.local));
    });
    this.parser.on('text', (text) => this.handler.text(text));
    this.parser.on('cdata', (text) => this.handler.text(text));
  }

  write(chunk: Buffer): void {
    this.decoder ??= new TextDecoder(encodingOf(chunk));
    this.parser.write(this.decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    if (this.decoder) this.parser.write(this.decoder.decode());
    this.parser.close();
  }

  private open(tag: SaxesTagNS): void {
    this.depth += 1;
    if (this.depth > limits.xmlDepth) throw new ParseFailure('DOC_LIMIT', 'nested too deep');
    this.budget.spend();
    this.handler.open(knownName(tag.uri, tag.local), attributesOf(tag));
  }
}
