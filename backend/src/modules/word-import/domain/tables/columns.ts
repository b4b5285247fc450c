import type { ImportChoices } from '../../../../shared/import-choices.js';
import { numberOf } from './cell-values.js';
import { writtenCells, type Grid, type Row } from './grid.js';
import { readHeading, type Heading } from './headings.js';
import { answerUse, repeatsTexts, type OptionColumn } from './answer-use.js';

/** What the columns of a table with a question per row hold; every other column says nothing of it. */
export interface Columns {
  /** Rows at the top that only head the columns. */
  headings: number;
  number: number | null;
  question: number;
  options: OptionColumn[];
  /** The column of options that are always right. */
  right: number | null;
  /** The column that names the right option, or ticks it. */
  answer: number | null;
  /** Do its answers repeat the texts of options? */
  repeats: boolean;
  explanation: number | null;
  points: number | null;
  /** What would tell the right answers, where the table alone does not. */
  fix: ImportChoices | undefined;
}

/** The headings above each column; a wider heading counts for all columns it covers. */
function headingsOf(grid: Grid, at: number): { headings: (Heading | null)[]; count: number } {
  const top = grid.rows[at] ?? [];
  let wide: Heading | null = null;
  const first = Array.from({ length: grid.columns }, (_, column) => {
    const cell = top[column];
    if (cell) wide = readHeading(cell.text.replaceAll('\n', ' '));
    return wide;
  });
  const below = grid.rows[at + 1] ?? [];
  const second = first.map((_, column) => readHeading(below[column]?.text ?? ''));
  const refines =
    second.filter((heading) => heading?.kind === 'option').length >= 2 &&
    writtenCells(below).every(({ column }) => second[column] !== null) &&
    !first.some((heading, column) => heading?.kind === 'question' && below[column]?.text);
  if (!refines) return { headings: first, count: at + 1 };
  return { headings: first.map((heading, column) => second[column] ?? heading), count: at + 2 };
}

const columnsOf = (headings: readonly (Heading | null)[], ...kinds: Heading['kind'][]): number[] =>
  headings.flatMap((heading, column) => (heading && kinds.includes(heading.kind) ? [column] : []));

function isNumeric(rows: readonly Row[], column: number): boolean {
  const cells = rows.flatMap((row) => row[column] ?? []);
  const numbers = cells.filter((cell) => numberOf(cell) !== null).length;
  return numbers > 0 && numbers >= cells.filter(({ text }) => text !== '').length * 0.9;
}

/** Of several columns that are all headed as answers, the one whose heading differs is the right one. */
function oddOneOut(
  headings: readonly (Heading | null)[],
  answers: readonly number[],
): number | null {
  const textOf = (column: number): string => headings[column]?.text ?? '';
  const single = answers.filter(
    (column) => answers.filter((other) => textOf(other) === textOf(column)).length === 1,
  );
  const [only] = single;
  return single.length === 1 && only !== undefined ? only : null;
}

interface Found {
  number: number | null;
  question: number;
  options: number[];
  answer: number | null;
}

/** Finds number, question, options and answer; null when the headings are not those of a quiz. */
function findColumns(headings: readonly (Heading | null)[], rows: readonly Row[]): Found | null {
  const asked = columnsOf(headings, 'question', 'number');
  const question =
    columnsOf(headings, 'question').find((column) => !isNumeric(rows, column)) ??
    asked.find((column) => !isNumeric(rows, column));
  if (question === undefined) return null;
  const number = asked.find((column) => column !== question && isNumeric(rows, column)) ?? null;
  const answers = columnsOf(headings, 'answer').filter((column) => column !== question);
  const named = columnsOf(headings, 'option', 'wrong');
  const odd = oddOneOut(headings, answers);
  if (answers.length <= 1) {
    const options = named.length > 0 ? named : unheadedOptions(headings, question);
    return { number, question, options, answer: answers[0] ?? null };
  }
  if (named.length > 0 && odd === null) return null;
  const options = [...named, ...answers.filter((column) => column !== odd)];
  return { number, question, options: options.toSorted((a, b) => a - b), answer: odd };
}

/** Two columns or more right after the questions, headed by words that are not understood. */
function unheadedOptions(headings: readonly (Heading | null)[], question: number): number[] {
  const end = headings.findIndex((heading, column) => column > question && heading !== null);
  const last = end < 0 ? headings.length : end;
  const between = Array.from({ length: last - question - 1 }, (_, at) => question + 1 + at);
  return between.length >= 2 && end >= 0 ? between : [];
}

const isQuiz = ({ options, answer }: Found): boolean => options.length >= 2 || answer !== null;

/** The columns of a table whose headings begin in row `at`, or null. */
export function headedColumns(grid: Grid, at: number, choices: ImportChoices): Columns | null {
  const { headings, count } = headingsOf(grid, at);
  const rows = grid.rows.slice(count).filter((row) => writtenCells(row).length > 1);
  const found = findColumns(headings, rows);
  if (!found || !isQuiz(found) || rows.length === 0) return null;
  const labelled = found.options.map((column) => ({
    column,
    label: headings[column]?.label ?? '',
    wrong: headings[column]?.kind === 'wrong',
  }));
  return withKey(
    {
      headings: count,
      number: found.number,
      question: found.question,
      options: labelled,
      explanation: columnsOf(headings, 'explanation')[0] ?? null,
      points: columnsOf(headings, 'points')[0] ?? null,
    },
    found.answer,
    rows,
    choices,
  );
}

type Keyless = Omit<Columns, 'right' | 'answer' | 'repeats' | 'fix'>;

/** Options that are referred to need labels: letters, or numbers where the answers are numbers. */
function labelOptions(options: readonly OptionColumn[], numbers: boolean): OptionColumn[] {
  if (options.some(({ label }) => label !== '')) return [...options];
  return options.map((option, at) => ({
    ...option,
    label: numbers ? String(at + 1) : String.fromCharCode(65 + at),
  }));
}

/** Decides what tells the right answers: a teacher's choice, a column of right options, or one that names them. */
export function withKey(
  columns: Keyless,
  answer: number | null,
  rows: readonly Row[],
  { correctColumn: chosen }: ImportChoices,
): Columns {
  const { options, question, number } = columns;
  const asOption = (right: number): Columns => ({
    ...columns,
    options: options.some(({ column }) => column === right)
      ? options
      : [...options, { column: right, label: '', wrong: false }].toSorted(
          (a, b) => a.column - b.column,
        ),
    right,
    answer: null,
    repeats: false,
    fix: undefined,
  });
  if (chosen !== undefined && chosen !== question && chosen !== number) return asOption(chosen);
  if (answer === null) {
    const first = options[0]?.column;
    const fix = first === undefined ? undefined : { correctColumn: first };
    return { ...columns, right: null, answer, repeats: false, fix };
  }
  const use = answerUse(rows, answer, options);
  if (use === 'unclear')
    return {
      ...columns,
      right: null,
      answer: null,
      repeats: false,
      fix: { correctColumn: answer },
    };
  if (use === 'own' && options.length > 0) return asOption(answer);
  const labelled =
    use === 'texts' || use === 'ticks' ? options : labelOptions(options, use === 'numbers');
  const repeats = repeatsTexts(rows, answer, options);
  return { ...columns, options: labelled, right: null, answer, repeats, fix: undefined };
}
