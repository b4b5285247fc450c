import type { RunFormat } from '../domain/source-document.js';
import { Fields } from './fields.js';
import { checkBoxText, fieldText, formFieldText } from './form-fields.js';
import { FormulaReader } from './formula.js';
import { mathText } from './math-text.js';
import { noteKey, raisedNumber, type NoteTexts } from './notes.js';
import { drawingPictures, vmlPictures, type PictureReference } from './pictures.js';
import type { RawInline } from './raw-inline.js';
import type { Relationships } from './relationships.js';
import {
  readRunProperties,
  styledBy,
  type FormatTable,
  type RunLook,
  type RunProperties,
} from './run-format.js';
import type { StyleSheet } from './styles.js';
import { symbolFontText, symbolText } from './symbols.js';
import { collectBoxes } from './text-boxes.js';
import { child, childValue, type XmlElement } from './xml-tree.js';

/** What reading the inside of a paragraph gives: its inlines, and text boxes anchored in it. */
export interface RawContent {
  inlines: RawInline[];
  boxes: XmlElement[];
}

export interface ParagraphContext {
  styles: StyleSheet;
  formats: FormatTable;
  relationships: Relationships;
  notes: NoteTexts;
}

/** Removed text and what is not on the page at all. */
const skipped = new Set(['w:del', 'w:moveFrom', 'w:rPr', 'w:pPr', 'w:sdtPr']);

/** Reads the inside of paragraphs. Fields and the count of notes live across paragraphs, as they do in Word. */
export class ParagraphReader {
  private readonly fields = new Fields();
  private readonly formulas = new FormulaReader();
  private notesSeen = 0;
  /** Notes referred to in the paragraph that is being read. */
  private notes: { mark: string; inlines: readonly RawInline[]; look: RunLook }[] = [];

  constructor(private readonly context: ParagraphContext) {}

  read(paragraph: XmlElement, base: RunProperties): RawContent {
    const content: RawContent = { inlines: [], boxes: [] };
    this.fields.startParagraph();
    for (const inner of paragraph.children) this.readInner(inner, base, content);
    this.addNotes(content);
    return content;
  }

  private readInner(element: XmlElement, base: RunProperties, to: RawContent): void {
    if (skipped.has(element.name)) return;
    if (element.name === 'w:r') this.readRun(element, base, to);
    else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') {
      this.addMath(element, this.context.formats.merge(base).format, to);
    } else if (element.name === 'mc:AlternateContent') {
      this.readAlternate(element, (inner, target) => this.readInner(inner, base, target), to);
    } else this.readHolder(element, base, to);
  }

  /** A hyperlink, an insertion, a content control …: what is inside counts, but a check box by its state. */
  private readHolder(element: XmlElement, base: RunProperties, to: RawContent): void {
    const box = element.name === 'w:sdt' ? checkBoxText(element) : null;
    if (box !== null) this.addText(box, this.context.formats.merge(base), to);
    else for (const inner of element.children) this.readInner(inner, base, to);
  }

  private readRun(run: XmlElement, base: RunProperties, to: RawContent): void {
    const { styles, formats } = this.context;
    const properties = child(run, 'w:rPr');
    const character = styles.characterStyle(childValue(properties, 'w:rStyle'));
    const look = formats.merge(styledBy(base, character), readRunProperties(properties));
    for (const inner of run.children) this.readRunPart(inner, base, look, to);
  }

  private readRunPart(
    element: XmlElement,
    base: RunProperties,
    look: RunLook,
    to: RawContent,
  ): void {
    if (element.name === 'w:fldChar') this.readFieldMark(element, look, to);
    else if (element.name === 'w:instrText') this.fields.addInstruction(element.text);
    else if (element.name === 'mc:AlternateContent') {
      const read = (inner: XmlElement, target: RawContent): void =>
        this.readRunPart(inner, base, look, target);
      this.readAlternate(element, read, to);
    } else if (this.fields.inInstruction) return;
    else if (element.name === 'w:ruby') {
      // The reading above the word is left out: it would stand in the middle of it.
      for (const inner of child(element, 'w:rubyBase')?.children ?? []) {
        this.readInner(inner, base, to);
      }
    } else this.readVisible(element, look, to);
  }

  private readFieldMark(element: XmlElement, look: RunLook, to: RawContent): void {
    const instruction = this.fields.mark(element.attributes.get('w:fldCharType'));
    const shown = formFieldText(element) ?? (instruction === null ? null : fieldText(instruction));
    if (shown !== null) this.addText(shown, look, to);
  }

  private readVisible(element: XmlElement, look: RunLook, to: RawContent): void {
    switch (element.name) {
      case 'w:t':
        this.addText(element.text, look, to);
        break;
      case 'w:tab':
      case 'w:ptab':
        to.inlines.push({ type: 'tab' });
        break;
      case 'w:br':
      case 'w:cr':
        to.inlines.push({ type: 'break' });
        break;
      case 'w:noBreakHyphen':
        this.addText('-', look, to);
        break;
      case 'w:sym':
        this.addText(symbolOf(element), look, to);
        break;
      case 'w:footnoteReference':
        this.readNote(noteKey('footnote', element.attributes.get('w:id')), look, to);
        break;
      case 'w:endnoteReference':
        this.readNote(noteKey('endnote', element.attributes.get('w:id')), look, to);
        break;
      default:
        this.readDrawn(element, to);
        break;
    }
  }

  private readDrawn(element: XmlElement, to: RawContent): void {
    const { relationships } = this.context;
    if (element.name === 'w:drawing') {
      this.addPictures(drawingPictures(element, relationships), to);
    } else if (element.name === 'w:pict' || element.name === 'w:object') {
      this.addPictures(vmlPictures(element, relationships), to);
    } else return;
    collectBoxes(element, to.boxes);
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

  private readNote(key: string, look: RunLook, to: RawContent): void {
    const inlines = this.context.notes.get(key);
    if (!inlines) return;
    this.notesSeen += 1;
    const mark = raisedNumber(this.notesSeen);
    this.addText(mark, look, to);
    this.notes.push({ mark, inlines, look });
  }

  /** A note's text follows its paragraph on a line of its own. */
  private addNotes(to: RawContent): void {
    for (const { mark, inlines, look } of this.notes) {
      to.inlines.push({ type: 'break' });
      this.addText(`${mark} `, look, to);
      to.inlines.push(...inlines);
    }
    this.notes = [];
  }

  private addText(written: string, { format, symbolFont }: RunLook, to: RawContent): void {
    const text = symbolFont === null ? written : symbolFontText(symbolFont, written);
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

function symbolOf({ attributes }: XmlElement): string {
  return symbolText(attributes.get('w:font') ?? '', attributes.get('w:char') ?? '');
}
