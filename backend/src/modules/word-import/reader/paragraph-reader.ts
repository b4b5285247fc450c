import type { RunFormat, SourceInline } from '../domain/source-document.js';
import { FormulaReader } from './formula.js';
import { mathText } from './math-text.js';
import { drawingPictures, vmlPictures, type PictureReference } from './pictures.js';
import type { Relationships } from './relationships.js';
import { readRunProperties, type FormatTable, type RunProperties } from './run-format.js';
import type { StyleSheet } from './styles.js';
import { symbolText } from './symbols.js';
import { child, childValue, type XmlElement } from './xml-tree.js';

/** As an inline of the document, or a picture whose bytes have not been looked at yet. */
export type RawInline = SourceInline | { type: 'picture'; picture: PictureReference };

/** What reading the inside of a paragraph gives: its inlines, and text boxes anchored in it. */
export interface RawContent {
  inlines: RawInline[];
  boxes: XmlElement[];
}

/** Removed text, instructions of fields, and what is not on the page at all. */
const skipped = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delInstrText', 'w:rPr', 'w:pPr']);

/** Reads the inside of paragraphs. Field state lives across paragraphs, as fields do. */
export class ParagraphReader {
  /** For each open field: are we past its `separate`, in its result? */
  private readonly fields: boolean[] = [];
  private readonly formulas = new FormulaReader();

  constructor(
    private readonly styles: StyleSheet,
    private readonly formats: FormatTable,
    private readonly relationships: Relationships,
  ) {}

  read(paragraph: XmlElement, base: RunProperties): RawContent {
    const content: RawContent = { inlines: [], boxes: [] };
    for (const inner of paragraph.children) this.readInner(inner, base, content);
    return content;
  }

  private readInner(element: XmlElement, base: RunProperties, to: RawContent): void {
    if (skipped.has(element.name)) return;
    if (element.name === 'w:r') this.readRun(element, base, to);
    else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') {
      this.addMath(element, this.formats.merge(base), to);
    } else if (element.name === 'mc:AlternateContent') {
      this.readAlternate(element, (inner, target) => this.readInner(inner, base, target), to);
    } else for (const inner of element.children) this.readInner(inner, base, to);
  }

  private readRun(run: XmlElement, base: RunProperties, to: RawContent): void {
    const properties = child(run, 'w:rPr');
    const character = this.styles.characterStyle(childValue(properties, 'w:rStyle'));
    const format = this.formats.merge(base, character, readRunProperties(properties));
    for (const inner of run.children) this.readRunPart(inner, format, to);
  }

  private readRunPart(element: XmlElement, format: RunFormat, to: RawContent): void {
    if (element.name === 'w:fldChar') this.field(element.attributes.get('w:fldCharType'));
    else if (element.name === 'mc:AlternateContent') {
      this.readAlternate(element, (inner, target) => this.readRunPart(inner, format, target), to);
    } else if (!this.fields.includes(false)) this.readVisible(element, format, to);
  }

  private readVisible(element: XmlElement, format: RunFormat, to: RawContent): void {
    switch (element.name) {
      case 'w:t':
        this.addText(element.text, format, to);
        break;
      case 'w:tab':
      case 'w:ptab':
        to.inlines.push({ type: 'tab' });
        break;
      case 'w:br':
        if (!/page|column/.test(element.attributes.get('w:type') ?? '')) {
          to.inlines.push({ type: 'break' });
        }
        break;
      case 'w:cr':
        to.inlines.push({ type: 'break' });
        break;
      case 'w:noBreakHyphen':
        this.addText('-', format, to);
        break;
      case 'w:sym':
        this.addText(this.symbol(element), format, to);
        break;
      case 'w:drawing':
        this.addPictures(drawingPictures(element, this.relationships), to);
        collectBoxes(element, to.boxes);
        break;
      case 'w:pict':
      case 'w:object':
        this.addPictures(vmlPictures(element, this.relationships), to);
        collectBoxes(element, to.boxes);
        break;
      default:
        break;
    }
  }

  /** The first alternative that shows something: both say the same, so only one is read. */
  private readAlternate(
    element: XmlElement,
    read: (inner: XmlElement, to: RawContent) => void,
    to: RawContent,
  ): void {
    for (const branch of element.children) {
      const content: RawContent = { inlines: [], boxes: [] };
      for (const inner of branch.children) read(inner, content);
      if (content.inlines.length === 0 && content.boxes.length === 0) continue;
      to.inlines.push(...content.inlines);
      to.boxes.push(...content.boxes);
      return;
    }
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push(false);
    else if (type === 'end') this.fields.pop();
    else if (type === 'separate' && this.fields.length > 0)
      this.fields[this.fields.length - 1] = true;
  }

  private symbol({ attributes }: XmlElement): string {
    return symbolText(attributes.get('w:font') ?? '', attributes.get('w:char') ?? '');
  }

  private addText(text: string, format: RunFormat, to: RawContent): void {
    if (text === '') return;
    const last = to.inlines.at(-1);
    if (last?.type === 'text' && last.format === format && last.math === null) last.text += text;
    else to.inlines.push({ type: 'text', text, format, math: null });
  }

  private addMath(element: XmlElement, format: RunFormat, to: RawContent): void {
    const text = mathText(element).replace(/\s+/g, ' ').trim();
    if (text === '') return;
    const math = { root: this.formulas.read(element), display: element.name === 'm:oMathPara' };
    to.inlines.push({ type: 'text', text, format, math });
  }

  private addPictures(pictures: readonly PictureReference[], to: RawContent): void {
    for (const picture of pictures) to.inlines.push({ type: 'picture', picture });
  }
}

/** The outermost text boxes inside a drawing; boxes in boxes are found when those are read. */
function collectBoxes(element: XmlElement, to: XmlElement[]): void {
  if (element.name === 'w:txbxContent') to.push(element);
  else if (element.name === 'mc:AlternateContent') collectAlternate(element, to);
  else for (const inner of element.children) collectBoxes(inner, to);
}

function collectAlternate(element: XmlElement, to: XmlElement[]): void {
  for (const branch of element.children) {
    const found: XmlElement[] = [];
    collectBoxes(branch, found);
    if (found.length === 0) continue;
    to.push(...found);
    return;
  }
}
