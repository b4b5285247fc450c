import type { Inline, Paragraph, RichContent, Table } from '../../../../shared/content.js';
import type { DocumentParagraph, SourceInline } from '../source-document.js';
import { formulaOf, imageOf, marksOf, sameMarks } from '../span-content.js';

/** A paragraph from a position of its text on: what stands before is the label of a field. */
export interface FormPart {
  paragraph: DocumentParagraph;
  from: number;
}

/** The text of an inline as positions count it. */
function shownText(inline: SourceInline): string {
  if (inline.type === 'text') return inline.format.hidden ? '' : inline.text;
  if (inline.type === 'tab') return '\t';
  return inline.type === 'break' ? '\n' : '';
}

/** The text of a paragraph, without what is hidden: breaks as `\n`, pictures left out. */
export const formText = ({ inlines }: DocumentParagraph): string => inlines.map(shownText).join('');

/** Is there neither a word nor a picture? */
export const isBlankParagraph = (paragraph: DocumentParagraph): boolean =>
  formText(paragraph).trim() === '' && paragraph.inlines.every(({ type }) => type !== 'image');

function inlineOf(inline: SourceInline, text: string): Inline | null {
  if (inline.type === 'image') return imageOf(inline.image);
  if (inline.type === 'break') return text === '' ? null : { type: 'break' };
  if (text === '') return null;
  const root = inline.type === 'text' ? inline.math?.root : null;
  if (root) return formulaOf(text, root, inline.type === 'text' && inline.math?.display === true);
  const marks = inline.type === 'text' ? marksOf(inline.format) : [];
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

/** Every character as it stands: spaces, tabs and invisible marks included. */
function paragraphOf({ paragraph, from }: FormPart): Paragraph {
  const children: Inline[] = [];
  let at = 0;
  for (const source of paragraph.inlines) {
    const text = shownText(source);
    const inline = inlineOf(source, text.slice(Math.max(from - at, 0)));
    const last = children.at(-1);
    at += text.length;
    if (inline === null) continue;
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(inline.marks, last.marks)) {
      children[children.length - 1] = { ...last, text: last.text + inline.text };
    } else children.push(inline);
  }
  return { type: 'paragraph', children };
}

const isBlankPart = ({ paragraph, from }: FormPart): boolean =>
  isBlankParagraph(paragraph) ||
  (from > 0 && formText(paragraph).slice(from).trim() === '' && !hasPicture(paragraph));

const hasPicture = ({ inlines }: DocumentParagraph): boolean =>
  inlines.some(({ type }) => type === 'image');

/** A table with every cell it has, the empty ones too. */
function tableOf(parts: readonly FormPart[]): Table {
  const rows: Table['rows'] = [];
  for (const part of parts) {
    const { place } = part.paragraph;
    if (!place) continue;
    while (rows.length <= place.row) rows.push({ cells: [] });
    const cells = rows[place.row]?.cells ?? [];
    while (cells.length <= place.column) cells.push([]);
    if (!isBlankPart(part)) cells[place.column]?.push(paragraphOf(part));
  }
  return { type: 'table', rows };
}

/** Rich content of paragraphs in the recommended form. Blank paragraphs outside of tables vanish. */
export function formContent(parts: readonly FormPart[]): RichContent {
  const content: RichContent = [];
  let cells: FormPart[] = [];
  const endTable = (): void => {
    if (cells.length > 0) content.push(tableOf(cells));
    cells = [];
  };
  for (const part of parts) {
    const table = part.paragraph.place?.table;
    if (cells.length > 0 && cells[0]?.paragraph.place?.table !== table) endTable();
    if (table !== undefined) cells.push(part);
    else if (!isBlankPart(part)) content.push(paragraphOf(part));
  }
  endTable();
  return content;
}
