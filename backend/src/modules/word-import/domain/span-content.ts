import type { Inline, Mark, Paragraph, RichContent, Table } from '../../../shared/content.js';
import type { MathNode } from '../../../shared/math.js';
import type { RunFormat, SourceImage } from './source-document.js';
import { trimSpan, type Piece, type Span } from './span.js';

/** The marks of a format that may be shown; colour and highlight are never content. */
export function marksOf(format: RunFormat | null, drop: ReadonlySet<Mark> = new Set()): Mark[] {
  if (!format) return [];
  const marks: Mark[] = [];
  if (format.bold) marks.push('bold');
  if (format.italic) marks.push('italic');
  if (format.underline) marks.push('underline');
  if (format.strike) marks.push('strike');
  if (format.vertical) marks.push(format.vertical);
  if (format.code) marks.push('code');
  return marks.filter((mark) => !drop.has(mark));
}

const fileNames = { 'image/wmf': 'WMF', 'image/emf': 'EMF', 'image/tiff': 'TIFF' } as const;

/** A picture as content. */
export function imageOf({ sha256, file, alt, width, height, embedded }: SourceImage): Inline {
  return {
    type: 'image',
    media: sha256,
    ...(file !== null && { file: fileNames[file] }),
    ...(embedded && { object: true }),
    ...(alt !== '' && { alt }),
    ...(width !== null && { width }),
    ...(height !== null && { height }),
  };
}

/** A formula with its structure. */
export function formulaOf(text: string, root: MathNode, display: boolean): Inline {
  return { type: 'math', text, ...(display && { display }), root };
}

/** `alone`: nothing else stands on its line, so that a display formula is one. */
function inlineOf(piece: Piece, drop: ReadonlySet<Mark>, alone: boolean): Inline | null {
  if (piece.image) return imageOf(piece.image);
  if (piece.math?.root) return formulaOf(piece.text, piece.math.root, piece.math.display && alone);
  const text = piece.text.replaceAll('\t', ' ');
  if (text === '') return null;
  const marks = marksOf(piece.format, drop);
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

/** Do two texts look the same? */
export const sameMarks = (a: readonly Mark[] = [], b: readonly Mark[] = []): boolean =>
  a.length === b.length && a.every((mark, index) => mark === b[index]);

function inlinesOf(span: Span, drop: ReadonlySet<Mark>): Inline[] {
  const inlines: Inline[] = [];
  const { pieces } = trimSpan(span);
  for (const piece of pieces) {
    const inline = inlineOf(piece, drop, pieces.length === 1);
    const last = inlines.at(-1);
    if (inline === null) continue;
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(inline.marks, last.marks)) {
      inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
    } else inlines.push(inline);
  }
  return inlines;
}

interface BuiltParagraph {
  source: Span['paragraph'];
  paragraph: Paragraph;
}

/** Lines of one paragraph become one paragraph again, with breaks between them. */
function paragraphsOf(spans: readonly Span[], drop: ReadonlySet<Mark>): BuiltParagraph[] {
  const built: BuiltParagraph[] = [];
  for (const span of spans) {
    const children = inlinesOf(span, drop);
    const last = built.at(-1);
    if (children.length === 0) continue;
    if (last?.source === span.paragraph) {
      last.paragraph.children.push({ type: 'break' }, ...children);
    } else {
      built.push({ source: span.paragraph, paragraph: { type: 'paragraph', children } });
    }
  }
  return built;
}

/** Paragraphs of one table become a table again, when they stand side by side in it. */
function tableOf(built: readonly BuiltParagraph[]): RichContent {
  const rows: Table['rows'] = [];
  const columns = new Set<number>();
  let row = -1;
  for (const { source, paragraph } of built) {
    const place = source.place;
    if (!place) continue;
    if (place.row !== row) rows.push({ cells: [] });
    row = place.row;
    const cells = rows.at(-1)?.cells ?? [];
    while (cells.length <= place.column) cells.push([]);
    columns.add(place.column);
    cells[place.column]?.push(paragraph);
  }
  if (columns.size < 2) return built.map(({ paragraph }) => paragraph);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  for (const { cells } of rows) while (cells.length < width) cells.push([]);
  return [{ type: 'table', rows }];
}

/** Rich content of some lines, without the marks in `drop`. Empty lines vanish. */
export function contentOf(
  spans: readonly Span[],
  drop: ReadonlySet<Mark> = new Set(),
): RichContent {
  const content: RichContent = [];
  let group: BuiltParagraph[] = [];
  const flush = (): void => {
    content.push(...(group[0]?.source.place ? tableOf(group) : group.map((b) => b.paragraph)));
    group = [];
  };
  for (const built of paragraphsOf(spans, drop)) {
    const table = group[0]?.source.place?.table;
    if (group.length > 0 && built.source.place?.table !== table) flush();
    group.push(built);
  }
  flush();
  return content;
}
