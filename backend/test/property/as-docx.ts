import type { Buffer } from 'node:buffer';
import {
  AlignmentType,
  Document,
  HighlightColor,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ParagraphChild,
} from 'docx';
import type { DocLine, ListFormat, Text } from './doc-line.js';

const formats = {
  decimal: LevelFormat.DECIMAL,
  upperLetter: LevelFormat.UPPER_LETTER,
  lowerLetter: LevelFormat.LOWER_LETTER,
  bullet: LevelFormat.BULLET,
} as const satisfies Record<ListFormat, string>;

const numbering = {
  config: Object.entries(formats).map(([reference, format]) => ({
    reference,
    levels: [
      {
        level: 0,
        format,
        text: format === LevelFormat.BULLET ? '•' : '%1.',
        alignment: AlignmentType.START,
      },
    ],
  })),
};

function runsOf({ text, look = {} }: Text): ParagraphChild[] {
  const { bold, underline, highlight, colour } = look;
  const format = {
    ...(bold && { bold }),
    ...(underline && { underline: {} }),
    ...(highlight && { highlight: HighlightColor.YELLOW }),
    ...(colour && { color: colour }),
  };
  return text.split(/(\n|\t)/).flatMap((part): ParagraphChild[] => {
    if (part === '\n') return [new TextRun({ break: 1 })];
    if (part === '\t') return [new TextRun({ children: [new Tab()] })];
    return part === '' ? [] : [new TextRun({ text: part, ...format })];
  });
}

function paragraphOf({ texts, list, style }: DocLine): Paragraph {
  return new Paragraph({
    children: texts.flatMap(runsOf),
    ...(list && { numbering: { reference: list.format, level: 0, instance: list.instance } }),
    ...(style && { heading: style === 'title' ? 'Title' : 'Heading1' }),
  });
}

function tableOf(cells: readonly DocLine[]): Table {
  const rows = new Map<number, DocLine[]>();
  for (const line of cells) {
    const row = line.cell?.row ?? 0;
    rows.set(row, [...(rows.get(row) ?? []), line]);
  }
  return new Table({
    rows: [...rows.values()].map(
      (row) =>
        new TableRow({
          children: row.map((line) => new TableCell({ children: [paragraphOf(line)] })),
        }),
    ),
  });
}

/** The document as a real file, made with the `docx` library. */
export function asDocx(lines: readonly DocLine[]): Promise<Buffer> {
  const children: (Paragraph | Table)[] = [];
  let cells: DocLine[] = [];
  const endTable = (): void => {
    if (cells.length > 0) children.push(tableOf(cells));
    cells = [];
  };
  for (const line of lines) {
    const table = cells[0]?.cell?.table;
    if (cells.length > 0 && line.cell?.table !== table) endTable();
    if (line.cell) cells.push(line);
    else children.push(paragraphOf(line));
  }
  endTable();
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}
