import type { EndKey } from '../remainder.js';
import { linesOf } from '../span.js';
import { trueFalseWord } from '../true-false.js';
import { countedNumber, isLetters, numberIn, numberOf, tickOf } from './cell-values.js';
import { shownIn } from './declared.js';
import { filledCells, writtenCells, type Cell, type Grid, type Row } from './grid.js';
import { readHeading, type Heading } from './headings.js';

/** Answers in the order of their numbers, band by band, and the cells that only head them. */
export interface KeyList {
  answers: EndKey[];
  headings: Cell[];
}

type Cells = readonly (Cell | undefined)[];

const fewestAnswers = 2;
const isAnswer = (text: string): boolean => isLetters(text) || trueFalseWord(text) !== null;

const isHeading = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && readHeading(cell.text) !== null && !isLetters(cell.text);

function listed(number: number, value: string, cell: Cell, told?: Cell): EndKey[] {
  const [span] = [...shownIn(cell), ...cell.paragraphs].flatMap(linesOf);
  const explanation = shownIn(told).flatMap(linesOf);
  return span ? [{ number, value, span, explanation }] : [];
}

const pair =
  /(?<![\p{L}\p{N}])(\d{1,4})\s*[.):：、=–—-]*\s*([A-Ja-jА-И](?:\s*[,/+]\s*[A-Ja-j])*)(?![\p{L}\p{N}])[\s,;.]*/giu;

/** The pairs that are all of a text: `1-A`, `1. A  2. C`; null when there is anything else. */
function pairsIn(text: string): [number, string][] | null {
  const found = [...text.matchAll(pair)].map(([, number, value]): [number, string] => {
    return [Number(number), value ?? ''];
  });
  return found.length > 0 && text.replace(pair, '').trim() === '' ? found : null;
}

/** Cells such as `1-A`, or `A` that Word itself numbers. */
function pairsOf(cell: Cell): EndKey[] | null {
  const answers: EndKey[] = [];
  for (const { paragraph, span } of shownIn(cell).flatMap((shown) =>
    linesOf(shown).map((line) => ({ paragraph: shown, span: line })),
  )) {
    const counted = countedNumber(paragraph.numbering);
    const text = span.text.trim();
    const pairs =
      pairsIn(text) ??
      (counted !== null && (text === '' || isAnswer(text)) ? [[counted, text] as const] : null);
    if (!pairs && text !== '') return null;
    for (const [number, value] of pairs ?? [])
      answers.push({ number, value, span, explanation: [] });
  }
  return answers;
}

/** Every cell holds pairs of a number and its answer. */
export function readPairs(grid: Grid): KeyList | null {
  const list: KeyList = { answers: [], headings: [] };
  for (const cell of grid.rows.flatMap(filledCells)) {
    const pairs = pairsOf(cell);
    if (pairs) list.answers.push(...pairs);
    else if (isHeading(cell)) list.headings.push(cell);
    else return null;
  }
  return list.answers.length >= fewestAnswers ? list : null;
}

/** Do cells hold numbers that count up, and nothing else? */
function countUp(cells: Cells): boolean {
  const numbers = cells.map(numberOf);
  if (cells.some((cell, at) => cell !== undefined && cell.text !== '' && numbers[at] === null))
    return false;
  const shown = numbers.filter((number) => number !== null);
  return shown.length > 0 && shown.every((number, at) => at === 0 || number > (shown[at - 1] ?? 0));
}

const textsOf = (cells: Cells): string[] => cells.flatMap((cell) => cell?.text || []);

/** Numbers of options beside numbers of questions, without a word: only where they do not count up too. */
function areChoices(numbers: Cells, answers: Cells): boolean {
  const values = textsOf(answers).map((text) => numberIn(text) ?? 0);
  const small = values.every((value) => value >= 1 && value <= 6);
  return small && !countUp(answers) && values.length >= 3 && values.length * 2 >= numbers.length;
}

function areAnswers(cells: Cells, isHeaded: boolean, numbers: Cells): boolean {
  const texts = textsOf(cells);
  if (texts.every(isAnswer)) return true;
  return isHeaded
    ? texts.every((text) => isAnswer(text) || numberIn(text) !== null)
    : areChoices(numbers, cells);
}

function answersBeside(numbers: Cells, answers: Cells): EndKey[] {
  return numbers.flatMap((cell, at) => {
    const number = numberOf(cell);
    const answer = answers[at];
    const place = answer !== undefined && answer.text !== '' ? answer : cell;
    return number !== null && place ? listed(number, answer?.text ?? '', place) : [];
  });
}

/** Words that are neither numbers nor answers. */
const isWords = (cell: Cell): boolean =>
  /\p{L}{2}/u.test(cell.text) && !isAnswer(cell.text) && numberIn(cell.text) === null;

/** Do all lines begin with words on what follows? All or none: a line moved by one would move every answer. */
function areHeaded(lines: readonly Cells[]): boolean {
  const firsts = lines.flatMap(([first]) => (first && first.text !== '' ? [first] : []));
  return firsts.some(isHeading) && firsts.every((cell) => isHeading(cell) || isWords(cell));
}

/** Rows (or columns) of numbers, each followed by one of answers; all of them may begin with a heading. */
export function readBands(lines: readonly Cells[]): KeyList | null {
  const list: KeyList = { answers: [], headings: [] };
  const headed = areHeaded(lines);
  let numbers: Cells | null = null;
  for (const line of lines) {
    const cells = headed ? line.slice(1) : line;
    if (headed && line[0]) list.headings.push(line[0]);
    if (numbers !== null) {
      if (!areAnswers(cells, headed, numbers)) return null;
      list.answers.push(...answersBeside(numbers, cells));
      numbers = null;
    } else if (textsOf(cells).length > 0 || cells.some((cell) => numberOf(cell) !== null)) {
      if (!countUp(cells)) return null;
      numbers = cells;
    }
  }
  return numbers === null && list.answers.length >= fewestAnswers ? list : null;
}

const columnOf = (rows: readonly Row[], column: number): Cells => rows.map((row) => row[column]);

export const columnsOf = (grid: Grid, rows: readonly Row[]): Cells[] =>
  Array.from({ length: grid.columns }, (_, column) => columnOf(rows, column));

/** A sheet filled in: the question's number, then a mark below the letter that is right. */
export function readSheet(rows: readonly Row[]): KeyList | null {
  const [top = [], ...body] = rows;
  const letters = writtenCells(top).filter(({ text }) => isLetters(text) && text.length === 1);
  const others = writtenCells(top).filter((cell) => !letters.includes(cell));
  if (letters.length < 2 || !others.every(isHeading) || !countUp(columnOf(body, 0))) return null;
  const answers: EndKey[] = [];
  for (const row of body) {
    const number = numberOf(row[0]);
    const ticks = letters.map(({ column }) => tickOf(row[column]?.text ?? ''));
    if (number === null || !row[0] || ticks.includes(null)) return null;
    const right = letters.filter((_, at) => ticks[at]).map(({ text }) => text);
    answers.push(...listed(number, right.join(', '), row[0]));
  }
  return answers.length >= fewestAnswers ? { answers, headings: writtenCells(top) } : null;
}

/** Columns headed as numbers and answers, where answers may be words and explanations may follow. */
export function readHeaded(rows: readonly Row[]): KeyList | null {
  const [top = [], ...body] = rows;
  const headings = top.map((cell) => readHeading(cell?.text ?? ''));
  const find = (...kinds: Heading['kind'][]): number =>
    headings.findIndex((heading) => heading !== null && kinds.includes(heading.kind));
  const columns = [find('number', 'question'), find('answer'), find('explanation')] as const;
  const [number, answer, explanation] = columns;
  const understood = writtenCells(top).every(({ column }) => columns.includes(column));
  if (number < 0 || answer < 0 || !understood || !countUp(columnOf(body, number))) return null;
  const answers = body.flatMap((row) => {
    const value = numberOf(row[number]);
    const place = row[answer]?.text ? row[answer] : row[number];
    return value !== null && place
      ? listed(value, row[answer]?.text ?? '', place, row[explanation])
      : [];
  });
  return answers.length >= fewestAnswers ? { answers, headings: writtenCells(top) } : null;
}
