import type { ImportChoices } from '../../../../shared/import-choices.js';
import { sameText } from '../key-value.js';
import { matchOptionLabel } from '../labels.js';
import { listQuestionLabel, matchQuestionLabel } from '../question-marker.js';
import type { Role } from '../roles.js';
import { linesOf } from '../span.js';
import { isCapital, numberOf, tickOf } from './cell-values.js';
import { headedColumns, type Columns } from './columns.js';
import { allOf, ignored, leading, shownIn, type Declared } from './declared.js';
import { writtenCells, type Cell, type Grid, type Row } from './grid.js';
import { optionCell, optionLines } from './option-cells.js';
import { unheadedColumns } from './unheaded-columns.js';

const stem: Role = { kind: 'stem' };
const part: Role = { kind: 'part' };

/** How many rows there can be above the headings of the columns. */
const reach = 3;

function findColumns(grid: Grid, choices: ImportChoices): Columns | null {
  for (let at = 0; at < Math.min(reach, grid.rows.length); at += 1) {
    const columns = headedColumns(grid, at, choices);
    if (columns) return columns;
  }
  return unheadedColumns(grid, choices);
}

const rowText = (row: Row): string =>
  writtenCells(row)
    .flatMap(({ text }) => text)
    .join('\t');

/** A table with a question in each row, by its headings or its shape; null for every other table. */
export function readRowTable(grid: Grid, choices: ImportChoices): Declared | null {
  const columns = findColumns(grid, choices);
  if (!columns) return null;
  const headings = grid.rows.slice(0, columns.headings);
  const repeated = new Set(headings.map(rowText));
  const body = grid.rows.slice(columns.headings);
  const listed = listsOptions(columns, body);
  let options = 0;
  return [
    ...headings.flatMap((row) => ignored(row, 'TABLE_HEADING')),
    ...body.flatMap((row) => {
      const reason = emptiness(row, columns, repeated);
      if (reason !== null) return ignored(row, reason);
      if (row[columns.question]?.text !== '') options = 0;
      if (!listed) return questionRow(row, columns);
      options += 1;
      return [
        ...(options === 1 ? opening(row, columns) : []),
        ...listedOption(row, columns, options),
      ];
    }),
  ];
}

/** Why a row holds no question, or null when it does. */
function emptiness(
  row: Row,
  { question, options, answer }: Columns,
  repeated: ReadonlySet<string>,
): 'TABLE_ROW_EMPTY' | 'TABLE_HEADING' | 'HEADING' | null {
  const written = writtenCells(row);
  const content = [question, ...options.map(({ column }) => column), answer ?? question];
  if (!written.some(({ column }) => content.includes(column))) {
    return written.some(({ text }) => /\p{L}{2}/u.test(text)) ? 'HEADING' : 'TABLE_ROW_EMPTY';
  }
  if (repeated.has(rowText(row))) return 'TABLE_HEADING';
  const alone = written.length === 1 && row.filter((cell) => cell !== undefined).length === 1;
  return alone ? 'HEADING' : null;
}

/** Does each row hold one option, the question standing in the first row of several? */
function listsOptions({ options, question }: Columns, rows: readonly Row[]): boolean {
  const [only, second] = options;
  if (!only || second) return false;
  const further = rows.filter((row) => row[question]?.text === '' && row[only.column]?.text);
  return further.length > rows.length / 3;
}

/** The cells that start a question: its number where there is one, and its text. */
function opening(row: Row, { number, question, fix }: Columns): Declared {
  const asked = row[question];
  const keyFix = fix && { keyFix: fix };
  const cell = number === null || number > question ? undefined : row[number];
  const [first] = cell && shownIn(cell).length > 0 ? shownIn(cell) : (cell?.paragraphs ?? []);
  if (!first) return text(asked, { ...startOf(asked), ...keyFix });
  const value = numberOf(cell);
  const label = value === null ? '' : String(value);
  const from = linesOf(first)[0]?.text.length ?? 0;
  const start: Role = { kind: 'question', number: value ?? 0, label, from, ...keyFix };
  return [[first.index, start], ...allOf(cell, part).slice(1), ...text(asked, stem)];
}

/** The role of a cell that starts a question itself, with a number or without. */
function startOf(cell: Cell | undefined): Extract<Role, { kind: 'question' }> {
  const [paragraph] = shownIn(cell);
  const line = paragraph && linesOf(paragraph)[0];
  const marker =
    listQuestionLabel(paragraph?.numbering ?? null) ?? matchQuestionLabel(line?.text ?? '');
  const { value = 0, label = '', from = 0 } = marker ?? {};
  return { kind: 'question', number: value, label, from };
}

/** A question's text, which may hold its lettered options too: from the first of them on it speaks for itself. */
function text(cell: Cell | undefined, first: Role): Declared {
  const shown = shownIn(cell);
  const options = shown.findIndex((paragraph, at) => {
    const following = shown.slice(at + 1).flatMap(linesOf);
    const [line, ...lines] = linesOf(paragraph);
    return (
      matchOptionLabel(line?.text ?? '')?.ordinal === 1 &&
      [...lines, ...following].some((next) => matchOptionLabel(next.text)?.ordinal === 2)
    );
  });
  const kept = options > 0 ? shown.slice(0, options) : shown;
  return kept.map(({ index }, at) => [index, at === 0 ? first : stem]);
}

/** A row with all of a question in it. */
function questionRow(row: Row, columns: Columns): Declared {
  const { question, number } = columns;
  return [
    ...opening(row, columns),
    ...row.flatMap((cell, column) =>
      cell === undefined || column === question || column === number
        ? []
        : otherCell(cell, row, columns),
    ),
  ];
}

function otherCell(cell: Cell, row: Row, columns: Columns): Declared {
  const { column } = cell;
  const { options, answer, explanation, points } = columns;
  const ordinal = options.findIndex((option) => option.column === column);
  if (cell.text === '') return ordinal >= 0 || column === answer ? [] : allOf(cell, part);
  if (ordinal >= 0) {
    if (options.length === 1 && columns.right === null) return optionLines(cell);
    const marked = column === columns.right || column === namedByText(row, columns);
    return optionCell(cell, { ordinal: ordinal + 1, label: options[ordinal]?.label ?? '', marked });
  }
  if (column === answer) {
    const named = namedByText(row, columns) !== null;
    return leading(cell, named ? part : { kind: 'answer', value: cell.text }, part);
  }
  if (column === explanation) return allOf(cell, { kind: 'explanation', from: 0 });
  const worth = column === points ? Number(cell.text.replace(',', '.')) : Number.NaN;
  if (worth >= 0) return leading(cell, { kind: 'points', value: worth }, part);
  return allOf(cell, { kind: 'ignored', reason: 'COLUMN_OF_NO_QUESTION' });
}

/** The column of the one option that reads like the answer, where answers are written out. */
function namedByText(row: Row, { options, answer, repeats }: Columns): number | null {
  const value = answer === null || !repeats ? '' : (row[answer]?.text ?? '');
  const same = options.filter(({ column }) => sameText(row[column]?.text ?? '', value));
  return same.length === 1 && !isCapital(value) ? (same[0]?.column ?? null) : null;
}

/** A row with one option of a question. */
function listedOption(row: Row, columns: Columns, ordinal: number): Declared {
  const [option] = columns.options;
  const cell = option && row[option.column];
  if (!cell || cell.text === '') return [];
  const beside = columns.answer === null ? undefined : row[columns.answer];
  const tick = tickOf(beside?.text ?? '');
  const told: Role =
    tick === null && beside ? { kind: 'answer', value: beside.text } : { kind: 'part' };
  const others = row.filter(
    (other) =>
      other !== cell &&
      other !== beside &&
      other?.column !== columns.question &&
      other?.column !== columns.number,
  );
  return [
    ...optionCell(cell, { ordinal, label: '', marked: tick === true }),
    ...leading(beside, told, part),
    ...others.flatMap((other) => (other ? otherCell(other, row, { ...columns, options: [] }) : [])),
  ];
}
