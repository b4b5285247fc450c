import type { ImportChoices } from '../../../../shared/import-choices.js';
import { isLetters, numberOf } from './cell-values.js';
import { withKey, type Columns } from './columns.js';
import { filledCells, writtenCells, type Grid, type Row } from './grid.js';

const fewestRows = 3;
const most = 0.8;
/** How text that wants completing or answering ends, or what it holds. */
const asking = /[?？؟…:：]\s*$|\.{3}|_{3}|…/u;

const share = (rows: readonly Row[], holds: (row: Row) => boolean): number =>
  rows.filter(holds).length / rows.length;

/** Do the numbers of a column count up from row to row? */
function counts(rows: readonly Row[], column: number): boolean {
  const numbers = rows.map((row) => numberOf(row[column]));
  return numbers.every(
    (number, at) => number !== null && (at === 0 || number > (numbers[at - 1] ?? 0)),
  );
}

/**
 * The columns of a table without headings: rows of one shape, `number | question | option | option …`, maybe with
 * a letter in the last column. Without such letters the questions must look like some, unless a teacher says
 * which column is right; otherwise any table of facts would be taken for a quiz.
 */
export function unheadedColumns(grid: Grid, choices: ImportChoices): Columns | null {
  const rows = grid.rows.filter((row) => writtenCells(row).length > 1);
  if (rows.length < fewestRows || grid.columns < 3) return null;
  const number = counts(rows, 0) ? 0 : null;
  const question = number === null ? 0 : 1;
  const used = Array.from({ length: grid.columns }, (_, column) => column).filter(
    (column) => column > question && share(rows, (row) => Boolean(row[column]?.text)) >= 0.6,
  );
  const last = used.at(-1) ?? 0;
  const keyed = used.length >= 3 && share(rows, (row) => isLetters(row[last]?.text ?? '')) >= most;
  const options = keyed ? used.slice(0, -1) : used;
  const alike = share(rows, (row) => filledCells(row).length >= used.length + question) >= most;
  const asked = share(rows, (row) => asking.test(row[question]?.text ?? '')) >= 0.5;
  if (options.length < 2 || !alike || number === null) return null;
  if (!keyed && !asked && choices.correctColumn === undefined) return null;
  const plain = options.map((column) => ({ column, label: '', wrong: false }));
  const columns = {
    headings: 0,
    number,
    question,
    options: plain,
    explanation: null,
    points: null,
  };
  return withKey(columns, keyed ? last : null, rows, choices);
}
