import type { DocumentParagraph } from '../source-document.js';
import { isBlank, linesOf } from '../span.js';

/** A cell of a table. Nested tables count as paragraphs of the cell around them. */
export interface Cell {
  column: number;
  paragraphs: DocumentParagraph[];
  /** What is to be read in it: lines joined by `\n`, each picture as PICTURE; empty when blank. */
  text: string;
}

/** The cells of a row by column; a column that a wider cell covers, or that is missing, has none. */
export type Row = readonly (Cell | undefined)[];

export interface Grid {
  /** Its number in the document. */
  table: number;
  rows: Row[];
  columns: number;
  /** Position of its first paragraph, and of the one after its last. */
  start: number;
  end: number;
}

/** The visible lines of a paragraph that are not blank, trimmed. */
export const visibleLines = (paragraph: DocumentParagraph): string[] =>
  linesOf(paragraph).flatMap((span) => (isBlank(span) ? [] : span.text.trim()));

/** Is there text, or a number that Word shows? */
export const isShown = (paragraph: DocumentParagraph): boolean =>
  paragraph.numbering !== null || visibleLines(paragraph).length > 0;

function rowOf(cells: Map<number, DocumentParagraph[]>, columns: number): Row {
  return Array.from({ length: columns }, (_, column) => {
    const paragraphs = cells.get(column);
    return paragraphs && { column, paragraphs, text: paragraphs.flatMap(visibleLines).join('\n') };
  });
}

function gridOf(paragraphs: readonly DocumentParagraph[], from: number, end: number): Grid {
  const rows: Map<number, DocumentParagraph[]>[] = [];
  let columns = 0;
  for (let at = from; at < end; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph?.place) continue;
    const { row, column } = paragraph.place;
    columns = Math.max(columns, column + 1);
    const cells = (rows[row] ??= new Map<number, DocumentParagraph[]>());
    const cell = cells.get(column);
    if (cell) cell.push(paragraph);
    else cells.set(column, [paragraph]);
  }
  const table = paragraphs[from]?.place?.table ?? 0;
  return {
    table,
    start: from,
    end,
    columns,
    rows: rows.flat().map((cells) => rowOf(cells, columns)),
  };
}

/** The tables of a document, one at a time: a document may be one table of 20 000 rows. */
export function* gridsOf(paragraphs: readonly DocumentParagraph[]): Generator<Grid> {
  let from = 0;
  while (from < paragraphs.length) {
    const table = paragraphs[from]?.place?.table;
    let end = from + 1;
    while (table !== undefined && paragraphs[end]?.place?.table === table) end += 1;
    if (table !== undefined) yield gridOf(paragraphs, from, end);
    from = end;
  }
}

/** The cells of a row that show something. */
export const filledCells = (row: Row): Cell[] =>
  row.filter((cell): cell is Cell => cell?.paragraphs.some(isShown) ?? false);

/** The cells of a row with text of their own, beyond a number that Word counts. */
export const writtenCells = (row: Row): Cell[] =>
  row.filter((cell): cell is Cell => cell !== undefined && cell.text !== '');
