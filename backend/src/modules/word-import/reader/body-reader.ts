import { ParseFailure } from '../domain/parse-failure.js';
import type { DocumentParagraph, TablePlace } from '../domain/source-document.js';
import { limits } from './limits.js';
import type { NumberingCounter } from './numbering.js';
import type { ParagraphReader, RawContent, RawInline } from './paragraph-reader.js';
import { mergeReferences, readNumberingReference, type StyleSheet } from './styles.js';
import { child, childValue, type XmlElement } from './xml-tree.js';

/** A paragraph whose pictures are still references into the package. */
export type RawParagraph = Omit<DocumentParagraph, 'inlines'> & { inlines: RawInline[] };

const skipped = new Set(['w:del', 'w:moveFrom', 'w:sectPr', 'w:sdtPr', 'w:tblPr', 'w:tblGrid']);

/** Turns the blocks of a body into paragraphs in reading order. */
export class BodyReader {
  readonly paragraphs: RawParagraph[] = [];
  private tables = 0;
  /** Text of paragraphs whose end was deleted (tracked changes): it belongs to the next one. */
  private carried: RawInline[] = [];

  constructor(
    private readonly styles: StyleSheet,
    private readonly numbering: NumberingCounter,
    private readonly content: ParagraphReader,
  ) {}

  /** Reads one block: a paragraph, a table, or a container such as a content control. */
  readBlock(block: XmlElement, place: TablePlace | null = null): void {
    if (skipped.has(block.name)) return;
    if (block.name === 'w:p') this.readParagraph(block, place);
    else if (block.name === 'w:tbl') this.readTable(block, place);
    else if (block.name === 'mc:AlternateContent') this.readAlternate(block, place);
    else for (const inner of block.children) this.readBlock(inner, place);
  }

  private readParagraph(paragraph: XmlElement, place: TablePlace | null): void {
    const properties = child(paragraph, 'w:pPr');
    const style = this.styles.paragraphStyle(childValue(properties, 'w:pStyle'));
    const content = this.content.read(paragraph, style.run);
    const own = readNumberingReference(properties);
    if (markDeleted(properties)) this.carried.push(...content.inlines);
    else {
      const reference = mergeReferences([own, style.numbering]);
      this.add({
        index: this.paragraphs.length,
        paraId: paragraph.attributes.get('w14:paraId') ?? null,
        inlines: this.carried.length > 0 ? [...this.carried, ...content.inlines] : content.inlines,
        numbering: this.numbering.next(reference, style),
        styleName: style.name,
        place,
      });
      this.carried = [];
    }
    this.readBoxes(content, place);
  }

  private add(paragraph: RawParagraph): void {
    if (paragraph.index >= limits.paragraphs) {
      throw new ParseFailure('DOC_LIMIT', 'too many paragraphs');
    }
    this.paragraphs.push(paragraph);
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
    const number = this.tables;
    this.tables += 1;
    rowsOf(table).forEach((row, rowIndex) => {
      cellsOf(row).forEach((cell, column) => {
        const place = outer ?? { table: number, row: rowIndex, column };
        for (const block of cell.children) this.readBlock(block, place);
      });
    });
  }
}

/** The paragraph's end was deleted with changes tracked: Word shows it joined with the next one. */
function markDeleted(properties: XmlElement | undefined): boolean {
  const mark = child(properties, 'w:rPr');
  return mark !== undefined && (child(mark, 'w:del') ?? child(mark, 'w:moveFrom')) !== undefined;
}

function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((inner) => {
    if (inner.name === 'w:tr') return child(child(inner, 'w:trPr'), 'w:del') ? [] : [inner];
    return inner.name === 'w:tbl' ? [] : rowsOf(inner);
  });
}

function cellsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((inner) => {
    if (inner.name === 'w:tc') return [inner];
    return inner.name === 'w:tbl' ? [] : cellsOf(inner);
  });
}
