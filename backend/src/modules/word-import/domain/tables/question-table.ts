import { matchAnswerLine, matchExplanation, matchPoints } from '../key-words.js';
import { matchOptionLabel } from '../labels.js';
import type { Role } from '../roles.js';
import { tickOf } from './cell-values.js';
import { allOf, leading, type Declared } from './declared.js';
import { openingOf } from './field-rows.js';
import { filledCells, type Cell, type Grid, type Row } from './grid.js';
import { optionCell } from './option-cells.js';

const stem: Role = { kind: 'stem' };

/** A row's cell of text, and the mark beside it where there is one. */
interface Entry {
  cell: Cell;
  mark: Cell | undefined;
}

/** Rows of one cell each, a mark at most beside it; blank rows as null. */
function entriesOf(rows: readonly Row[]): (Entry | null)[] | null {
  const entries: (Entry | null)[] = [];
  for (const row of rows) {
    const [cell, mark, ...others] = filledCells(row);
    if (others.length > 0 || (mark && tickOf(mark.text) === null)) return null;
    entries.push(cell ? { cell, mark } : null);
  }
  return entries;
}

const isField = ({ text }: Cell): boolean =>
  (matchAnswerLine(text)?.separated ?? false) ||
  matchExplanation(text) !== null ||
  matchPoints(text) !== null;

/** Where the options begin: after the first blank row below the stem, else after the stem's own row. */
function optionsFrom(entries: readonly (Entry | null)[], aloneAbove: boolean): number {
  const first = aloneAbove ? 2 : 1;
  const blank = entries.findIndex((entry, at) => at >= first && entry === null);
  const after = entries.slice(blank + 1).filter((entry) => entry && !isField(entry.cell));
  return blank > 0 && after.length >= 2 ? blank : first;
}

/** Marks beside options, and answers below them, must leave no doubt of what an option is. */
const isOption = (entry: Entry | null): entry is Entry => entry !== null && !isField(entry.cell);

/**
 * A table that is one question: its number in the first row, its text there or in the next ones, then an option in
 * each row, often after a blank one. Null for every other table, also where letters label the options.
 */
export function readQuestionTable(grid: Grid): { declared: Declared; sure: boolean } | null {
  const entries = entriesOf(grid.rows);
  const shown = entries?.findIndex((entry) => entry !== null) ?? -1;
  const head = entries?.[shown];
  const opening = openingOf(head?.cell);
  if (!entries || !head || head.mark || !opening) return null;
  const rows = entries.slice(shown);
  const [firstLine = '', ...others] = head.cell.text.split('\n');
  const alone = others.length === 0 && firstLine.length <= opening.from;
  const from = optionsFrom(rows, alone);
  const options = rows.slice(from).filter(isOption);
  if (options.length < 2 || rows.slice(1, from).some((entry) => entry?.mark)) return null;
  const labelled = options.some(({ cell }) => matchOptionLabel(cell.text)?.ordinal === 1);
  const numbered = options.every(({ cell }, at) => openingOf(cell)?.number === at + 1);
  if (labelled || numbered) return null;
  return {
    // A table that holds nothing but numbered lines may be anything.
    sure: alone || rows[from] === null,
    declared: [
      ...leading(head.cell, { kind: 'question', ...opening }, stem),
      ...rows.slice(1, from).flatMap((entry) => allOf(entry?.cell, stem)),
      ...options.flatMap(({ cell, mark }, at) => [
        ...optionCell(cell, {
          ordinal: at + 1,
          label: '',
          marked: tickOf(mark?.text ?? '') === true,
        }),
        ...allOf(mark, { kind: 'part' }),
      ]),
    ],
  };
}
