import { letterOrdinal, matchBox, matchOptionLabel } from '../labels.js';
import type { LineRole, Role } from '../roles.js';
import { linesOf, PICTURE } from '../span.js';
import { allOf, leading, shownIn, type Declared } from './declared.js';
import { filledCells, type Cell, type Row } from './grid.js';

/** An option in cells of its own: its label (or its box) in one, its text there or in those beside it. */
export interface GridOption {
  ordinal: number;
  label: string;
  marked: boolean;
  /** Length of the label in the first line of its cell. */
  from: number;
  cell: Cell;
  content: Cell[];
}

/** Pictures before a label are controls, such as a round button. */
const controls = new RegExp(`^[\\s${PICTURE}]*`, 'u');

const firstLine = (cell: Cell): string => {
  const [paragraph] = shownIn(cell);
  return (paragraph && linesOf(paragraph)[0]?.text) ?? '';
};

/** Is a cell nothing but a control: a box to be ticked, or the picture of a button? */
function boxOf(cell: Cell): { marked: boolean } | null {
  const box = matchBox(cell.text);
  if (box && box.from >= cell.text.length) return { marked: box.marked };
  const pictures = cell.paragraphs.flatMap(({ inlines }) =>
    inlines.flatMap((inline) => (inline.type === 'image' ? inline.image : [])),
  );
  const bare = cell.text !== '' && controls.exec(cell.text)?.[0].length === cell.text.length;
  return bare && pictures.every(({ embedded }) => embedded) ? { marked: false } : null;
}

/** The option a cell starts, or null. */
function startOf(cell: Cell): Omit<GridOption, 'content'> | null {
  const [paragraph] = shownIn(cell);
  const counted = paragraph?.numbering;
  if (counted && /letter/i.test(counted.format)) {
    const label = counted.label.replace(/[^\p{L}\p{N}]/gu, '');
    return { ordinal: counted.value, label, marked: false, from: 0, cell };
  }
  const line = firstLine(cell);
  const skipped = controls.exec(line)?.[0].length ?? 0;
  const typed = matchOptionLabel(line.slice(skipped));
  if (typed) {
    const { ordinal, label, marked } = typed;
    return { ordinal, label, marked, from: skipped + typed.from, cell };
  }
  const alone = letterOrdinal(cell.text);
  if (alone)
    return { ordinal: alone.ordinal, label: cell.text, marked: false, from: line.length, cell };
  const box = boxOf(cell);
  return box && { ordinal: 0, label: '', marked: box.marked, from: line.length, cell };
}

const isLabelOnly = ({ from, cell }: Omit<GridOption, 'content'>): boolean =>
  firstLine(cell).slice(from).trim() === '' && shownIn(cell).length === 1;

/** The options that fill a row; null when anything else stands in it. */
export function gridOptions(row: Row): GridOption[] | null {
  const options: GridOption[] = [];
  let open = false;
  for (const cell of filledCells(row)) {
    const start = startOf(cell);
    const last = options.at(-1);
    if (start && !(open && last?.content.length === 0 && start.ordinal === 0)) {
      options.push({ ...start, content: [] });
      open = isLabelOnly(start);
    } else if (open && last) last.content.push(cell);
    else return null;
  }
  return options.length > 0 ? options : null;
}

/** Has an option's label a cell of its own? Otherwise the line would say as much by itself. */
export const standsApart = ({ content }: GridOption): boolean => content.length > 0;

const more: Role = { kind: 'optionText' };

export function declareOption(option: GridOption, ordinal: number): Declared {
  const { label, marked, from, cell, content } = option;
  const role: LineRole = { kind: 'option', ordinal, label, marked, from };
  return [...leading(cell, role, more), ...content.flatMap((beside) => allOf(beside, more))];
}
