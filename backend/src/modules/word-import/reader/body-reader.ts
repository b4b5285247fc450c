import { ParseFailure } from '../domain/parse-failure.js';
import type { DocumentParagraph, SourceNumbering, TablePlace } from '../domain/source-document.js';
import { limits } from './limits.js';
import type { NumberingCounter } from './numbering.js';
import type { ParagraphReader, RawContent } from './paragraph-reader.js';
import type { RawInline } from './raw-inline.js';
import { fillOf, type RunProperties } from './run-format.js';
import {
  mergeReferences,
  readNumberingReference,
  type ResolvedStyle,
  type StyleSheet,
} from './styles.js';
import { cellsByColumn } from './table-columns.js';
import { child, childValue, isOn, type XmlElement } from './xml-tree.js';

/** A paragraph whose pictures are still references into the package. */
export type RawParagraph = Omit<DocumentParagraph, 'inlines'> & { inlines: RawInline[] };

const omitted = new Set(['w:altChunk', 'w:subDoc']);
const skipped = new Set(['w:del', 'w:moveFrom', 'w:sectPr', 'w:sdtPr', 'w:tblPr', 'w:tblGrid']);

/** Turns the blocks of a body into paragraphs in reading order. */
export class BodyReader {
  readonly paragraphs: RawParagraph[] = [];
  /** Where another document is put in (`w:altChunk`), which is not read: the paragraph that follows. */
  readonly omissions: number[] = [];
  private tables = 0;
  /** Text that belongs to the next paragraph: of one whose end was deleted, or a large first letter. */
  private carried: RawInline[] = [];

  constructor(
    private readonly styles: StyleSheet,
    private readonly numbering: NumberingCounter,
    private readonly content: ParagraphReader,
  ) {}

  /** Reads one block: a paragraph, a table, or a container such as a content control. */
  readBlock(block: XmlElement, place: TablePlace | null = null): void {
    if (skipped.has(block.name)) return;
    if (omitted.has(block.name)) this.omissions.push(this.paragraphs.length);
    else if (block.name === 'w:p') this.readParagraph(block, place);
    else if (block.name === 'w:tbl') this.readTable(block, place);
    else if (block.name === 'mc:AlternateContent') this.readAlternate(block, place);
    else for (const inner of block.children) this.readBlock(inner, place);
  }

  /** Ends a cell or the document: what was carried on finds no further paragraph there. */
  finish(place: TablePlace | null = null): void {
    if (this.carried.length === 0) return;
    const inlines = this.carried;
    this.carried = [];
    this.add({ paraId: null, inlines, numbering: null, styleName: '', place });
  }

  private readParagraph(paragraph: XmlElement, place: TablePlace | null): void {
    const properties = child(paragraph, 'w:pPr');
    const style = this.styles.paragraphStyle(childValue(properties, 'w:pStyle'));
    const content = this.content.read(paragraph, withShading(style.run, properties));
    if (runsOn(properties)) this.carried.push(...content.inlines);
    else {
      const inlines =
        this.carried.length > 0 ? [...this.carried, ...content.inlines] : content.inlines;
      this.carried = [];
      this.add({
        paraId: paragraph.attributes.get('w14:paraId') ?? null,
        inlines,
        numbering: this.numberingOf(properties, style),
        styleName: style.name,
        place,
      });
    }
    this.readBoxes(content, place);
  }

  /** A list's paragraph that is hidden with its end is not counted. */
  private numberingOf(
    properties: XmlElement | undefined,
    style: ResolvedStyle,
  ): SourceNumbering | null {
    if (isOn(child(child(properties, 'w:rPr'), 'w:vanish'))) return null;
    const own = readNumberingReference(properties);
    return this.numbering.next(mergeReferences([own, style.numbering]), style);
  }

  private add(paragraph: Omit<RawParagraph, 'index'>): void {
    const index = this.paragraphs.length;
    if (index >= limits.paragraphs) throw new ParseFailure('DOC_LIMIT', 'too many paragraphs');
    this.paragraphs.push({ index, ...paragraph });
  }

  private readBoxes(content: RawContent, place: TablePlace | null): void {
    for (const box of content.boxes) {
      for (const block of box.children) this.readBlock(block, place);
    }
  }

  private readAlternate(element: XmlElement, place: TablePlace | null): void {
    for (const branch of element.children) {
      const before = this.paragraphs.length;
      for (const inner of branch.children) this.readBlock(inner, place);
      if (this.paragraphs.length > before) return;
    }
  }

  private readTable(table: XmlElement, outer: TablePlace | null): void {
    this.finish(outer);
    const number = this.tables;
    this.tables += 1;
    for (const [row, cells] of cellsByColumn(rowsOf(table)).entries()) {
      for (const { cell, column } of cells) {
        const place = outer ?? { table: number, row, column };
        for (const block of cell.children) this.readBlock(block, place);
        this.finish(place);
      }
    }
  }
}

/**
 * Does Word show the paragraph joined with the next one? Its end was deleted with changes tracked, or it is
 * only the large first letter of the next.
 */
function runsOn(properties: XmlElement | undefined): boolean {
  const mark = child(properties, 'w:rPr');
  const deleted = child(mark, 'w:del') ?? child(mark, 'w:moveFrom');
  const dropCap = child(properties, 'w:framePr')?.attributes.get('w:dropCap') ?? 'none';
  return deleted !== undefined || dropCap !== 'none';
}

/** The shading of a whole paragraph looks like that of all its runs. */
function withShading(run: RunProperties, properties: XmlElement | undefined): RunProperties {
  const highlight = fillOf(child(properties, 'w:shd')?.attributes.get('w:fill'));
  return highlight === null ? run : { ...run, highlight };
}

function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((inner) => {
    if (inner.name === 'w:tr') return child(child(inner, 'w:trPr'), 'w:del') ? [] : [inner];
    return inner.name === 'w:tbl' ? [] : rowsOf(inner);
  });
}
