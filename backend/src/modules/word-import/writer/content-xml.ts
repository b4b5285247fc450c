import type { Block, Inline, Mark, Paragraph, RichContent } from '../../../shared/content.js';
import { formulaXml } from './math-xml.js';
import type { PictureXml } from './picture-xml.js';
import { escapeText } from './xml.js';

const rtlLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const firstLetter = /\p{L}/u;

/** Does a text run from right to left? Its first letter decides, as in Unicode. */
const isRtl = (text: string): boolean => rtlLetter.test(firstLetter.exec(text)?.[0] ?? '');

/** Word's order of properties is fixed; each mark's are those for Latin and for complex scripts. */
const markXml: readonly (readonly [Mark, string])[] = [
  ['code', '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'],
  ['bold', '<w:b/><w:bCs/>'],
  ['italic', '<w:i/><w:iCs/>'],
  ['strike', '<w:strike/>'],
  ['underline', '<w:u w:val="single"/>'],
  ['sub', '<w:vertAlign w:val="subscript"/>'],
  ['sup', '<w:vertAlign w:val="superscript"/>'],
];

function runXml(inside: string, properties: string): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}${inside}</w:r>`;
}

function pieceXml(piece: string): string {
  if (piece === '\n') return '<w:br/>';
  if (piece === '\t') return '<w:tab/>';
  return `<w:t xml:space="preserve">${escapeText(piece)}</w:t>`;
}

/** Text with its marks; line breaks and tabs in it as Word's own. */
export function textXml(text: string, marks: readonly Mark[] = []): string {
  const inside = text
    .split(/(\n|\t)/)
    .filter((piece) => piece !== '')
    .map(pieceXml)
    .join('');
  const looks = markXml.flatMap(([mark, xml]) => (marks.includes(mark) ? xml : [])).join('');
  return runXml(inside, rtlLetter.test(text) ? `${looks}<w:rtl/>` : looks);
}

function inlineText(inline: Inline): string {
  return inline.type === 'text' ? inline.text : '';
}

/** What a paragraph begins with and is. */
export interface ParagraphForm {
  styleId: string;
  /** Level of the list of questions and options. */
  level?: number;
  /** Runs before the content, such as the label of a field. */
  lead?: string;
}

/** Writes rich content as paragraphs and tables. */
export class ContentXml {
  constructor(private readonly pictures: PictureXml) {}

  /** Content whose first paragraph has a form of its own; the others continue it. */
  write(content: RichContent, first: ParagraphForm, textStyleId: string): string {
    const [head, ...rest] = content;
    const opensWithText = head?.type === 'paragraph';
    const opening = this.paragraph(opensWithText ? head : empty, first);
    const others = opensWithText ? rest : content;
    return opening + others.map((block) => this.block(block, textStyleId)).join('');
  }

  paragraph({ children }: Paragraph, { styleId, level, lead = '' }: ParagraphForm): string {
    const list =
      level === undefined
        ? ''
        : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
    const bidi = isRtl(children.map(inlineText).join('')) ? '<w:bidi/>' : '';
    const runs = children.map((inline) => this.inline(inline)).join('');
    return `<w:p><w:pPr><w:pStyle w:val="${styleId}"/>${list}${bidi}</w:pPr>${lead}${runs}</w:p>`;
  }

  private inline(inline: Inline): string {
    switch (inline.type) {
      case 'text':
        return textXml(inline.text, inline.marks);
      case 'break':
        return runXml('<w:br/>', '');
      case 'image':
        return runXml(this.pictures.write(inline), '');
      case 'math':
        return formulaXml(inline.root, inline.display ?? false);
    }
  }

  private block(block: Block, styleId: string): string {
    if (block.type === 'paragraph') return this.paragraph(block, { styleId });
    const columns = Math.max(...block.rows.map(({ cells }) => cells.length), 1);
    const rows = block.rows.map(
      ({ cells }) => `<w:tr>${this.cells(cells, columns, styleId)}</w:tr>`,
    );
    const grid = '<w:gridCol/>'.repeat(columns);
    const properties = '<w:tblStyle w:val="QuizMasterTable"/><w:tblW w:w="0" w:type="auto"/>';
    // Word joins tables that touch, and wants a paragraph after the last one of a cell or a body.
    const after = this.paragraph(empty, { styleId });
    return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${after}`;
  }

  private cells(cells: readonly Paragraph[][], columns: number, styleId: string): string {
    const width = `<w:tcPr><w:tcW w:w="${Math.floor(9000 / columns)}" w:type="dxa"/></w:tcPr>`;
    return cells
      .map((paragraphs) => {
        const shown = paragraphs.length > 0 ? paragraphs : [empty];
        const inside = shown.map((paragraph) => this.paragraph(paragraph, { styleId }));
        return `<w:tc>${width}${inside.join('')}</w:tc>`;
      })
      .join('');
  }
}

const empty: Paragraph = { type: 'paragraph', children: [] };
