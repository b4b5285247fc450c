import type {
  DocumentParagraph,
  RunFormat,
  SourceDocument,
  SourceInline,
  SourceNumbering,
} from '../../src/modules/word-import/domain/source-document.js';

const plain: RunFormat = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  vertical: null,
  highlight: null,
  colour: null,
  hidden: false,
  code: false,
};

export type RunText = string | (Partial<RunFormat> & { text: string });
export type Line = RunText | RunText[] | (Partial<DocumentParagraph> & { runs: RunText[] });

function inlinesOf(run: RunText): SourceInline[] {
  const { text, ...format } = typeof run === 'string' ? { text: run } : run;
  return text.split(/(\n|\t)/).flatMap((part): SourceInline[] => {
    if (part === '\n') return [{ type: 'break' }];
    if (part === '\t') return [{ type: 'tab' }];
    return part === ''
      ? []
      : [{ type: 'text', text: part, math: null, format: { ...plain, ...format } }];
  });
}

function paragraphOf(line: Line, index: number): DocumentParagraph {
  const base = { index, paraId: null, numbering: null, styleName: 'normal', place: null };
  if (typeof line === 'object' && 'runs' in line) {
    const { runs, ...rest } = line;
    return { ...base, ...rest, inlines: runs.flatMap(inlinesOf) };
  }
  const runs = Array.isArray(line) ? line : [line];
  return { ...base, inlines: runs.flatMap(inlinesOf) };
}

/** A document as the reader hands it over, written as lines of text; `\n` is a soft break, `\t` a tab. */
export function sourceOf(...lines: Line[]): SourceDocument {
  return { paragraphs: lines.map(paragraphOf), media: [], omissions: [] };
}

/** A line that Word's own list labels, such as `decimal` 3 or `lowerLetter` 1. */
export function listed(format: string, value: number, ...runs: RunText[]): Line {
  const shown = format === 'decimal' ? String(value) : String.fromCharCode(96 + value);
  const label = `${format === 'upperLetter' ? shown.toUpperCase() : shown}.`;
  const numbering: SourceNumbering = { label, format, value, level: 0, list: format };
  return { runs, numbering };
}

/** What a cell holds: one paragraph, or several; nothing where a wider cell covers its column. */
export type CellText = Line | { paragraphs: Line[] } | null;

/** The paragraphs of a table, row by row. */
export function tableOf(table: number, ...rows: CellText[][]): Line[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): Line[] => {
      if (cell === null) return [];
      const several = typeof cell === 'object' && 'paragraphs' in cell;
      return (several ? cell.paragraphs : [cell]).map((line) => {
        const place = { table, row, column };
        if (typeof line === 'object' && 'runs' in line) return { ...line, place };
        return { runs: Array.isArray(line) ? line : [line], place };
      });
    }),
  );
}
