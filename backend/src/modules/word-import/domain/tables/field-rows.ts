import { listQuestionLabel, matchQuestionLabel } from '../question-marker.js';
import { linesOf } from '../span.js';
import { numberOf } from './cell-values.js';
import { shownIn } from './declared.js';
import { filledCells, type Cell, type Row } from './grid.js';
import { readHeading } from './headings.js';
import { gridOptions, type GridOption } from './option-grid.js';

/** The number a question is opened with, and the length of what announces it in its cell's first line. */
interface Opening {
  number: number;
  label: string;
  from: number;
}

/** What a row of a table says, its first cell telling what the others are. */
export type FieldRow =
  | { kind: 'question'; opening: Opening; cell: Cell; content: Cell[] }
  | { kind: 'options'; options: GridOption[] }
  | { kind: 'answer' | 'explanation'; cell: Cell; content: Cell[] }
  | { kind: 'points' | 'meta'; cell: Cell; content: Cell[] }
  | { kind: 'text'; content: Cell[] };

const firstLine = (cell: Cell): string => {
  const [paragraph] = shownIn(cell);
  return (paragraph && linesOf(paragraph)[0]?.text) ?? '';
};

/** The number that a cell begins with, the question's text standing in the same cell. */
export function openingOf(cell: Cell | undefined): Opening | null {
  const [paragraph] = shownIn(cell);
  if (!cell || !paragraph) return null;
  const found = listQuestionLabel(paragraph.numbering) ?? matchQuestionLabel(firstLine(cell));
  return found && { number: found.value, label: found.label, from: found.from };
}

function optionBeside(cell: Cell, content: Cell[], label: string): GridOption {
  return { ordinal: 0, label, marked: false, from: firstLine(cell).length, cell, content };
}

function headedRow(cell: Cell, content: Cell[]): FieldRow | null {
  const heading = readHeading(cell.text);
  const from = firstLine(cell).length;
  switch (heading?.kind) {
    case undefined:
      return null;
    case 'question':
      return { kind: 'question', opening: { number: 0, label: '', from }, cell, content };
    case 'number': {
      const number = numberOf(content[0]);
      if (number === null || content.length > 1) return null;
      return { kind: 'question', opening: { number, label: String(number), from }, cell, content };
    }
    case 'option':
    case 'wrong':
      return { kind: 'options', options: [optionBeside(cell, content, heading.label)] };
    case 'answer':
    case 'explanation':
    case 'points':
    case 'meta':
      return { kind: heading.kind, cell, content };
  }
}

/** Understands a row by its first cell: a number, a label, a word such as `Answer`; null for every other row. */
export function readFieldRow(row: Row): FieldRow | null {
  const [cell, ...content] = filledCells(row);
  if (!cell) return null;
  if (content.length > 0) {
    const number = numberOf(cell);
    const opening = { number: number ?? 0, label: String(number), from: firstLine(cell).length };
    if (number !== null) return { kind: 'question', opening, cell, content };
  }
  const options = gridOptions(row);
  if (options) return { kind: 'options', options };
  if (content.length > 0) return headedRow(cell, content);
  const opening = openingOf(cell);
  if (opening) return { kind: 'question', opening, cell, content };
  return { kind: 'text', content: [cell] };
}
