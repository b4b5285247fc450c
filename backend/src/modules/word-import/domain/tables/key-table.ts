import { mentionsAnswer } from '../key-words.js';
import type { Role } from '../roles.js';
import type { DocumentParagraph } from '../source-document.js';
import { isLetters, numberIn } from './cell-values.js';
import { allOf, shownIn, type Declared } from './declared.js';
import { filledCells, visibleLines, writtenCells, type Grid, type Row } from './grid.js';
import {
  columnsOf,
  readBands,
  readHeaded,
  readPairs,
  readSheet,
  type KeyList,
} from './key-lists.js';

const sheet: Role = { kind: 'ignored', reason: 'ANSWER_SHEET' };
const heading: Role = { kind: 'ignored', reason: 'TABLE_HEADING' };

/** A row that only names a part, such as `PART II` across the whole table. */
function namesPart(row: Row): boolean {
  const [only, second] = writtenCells(row);
  if (!only || second || filledCells(row).length > 1) return false;
  return /\p{L}{3}/u.test(only.text) && !isLetters(only.text) && numberIn(only.text) === null;
}

function readList(grid: Grid, all: readonly Row[]): KeyList | null {
  const rows = all.filter((row) => filledCells(row).length > 0);
  return (
    readPairs({ ...grid, rows: [...rows] }) ??
    readSheet(rows) ??
    readBands(all) ??
    readBands(columnsOf(grid, rows)) ??
    readHeaded(rows)
  );
}

/** A table of answers to questions elsewhere, in any orientation; null for every other table. */
export function readKeyTable(grid: Grid): Declared | null {
  const rows = grid.rows.filter((row) => !namesPart(row));
  const list = readList(grid, rows);
  if (!list) return null;
  const shown = grid.rows.flatMap(filledCells);
  if (list.answers.every(({ value }) => value === '')) {
    return shown.flatMap((cell) => allOf(cell, sheet));
  }
  const heads = new Set([...list.headings, ...grid.rows.filter(namesPart).flatMap(writtenCells)]);
  const declared = shown.flatMap((cell) =>
    allOf(cell, heads.has(cell) ? heading : { kind: 'part' }),
  );
  const [first] = shown.flatMap(shownIn);
  return declared.map(([index, role]) =>
    index === first?.index ? [index, { kind: 'endKeys', entries: list.answers }] : [index, role],
  );
}

const longestTitle = 80;
const farthestTitle = 6;

/** The line above a table of answers that only says so, such as `ANSWER KEY`. */
export function titleAbove(paragraphs: readonly DocumentParagraph[], from: number): Declared {
  const above = paragraphs
    .slice(Math.max(0, from - farthestTitle), from)
    .findLast((paragraph) => visibleLines(paragraph).length > 0);
  const [text = '', ...others] = above ? visibleLines(above) : [];
  if (!above || above.place || above.numbering || others.length > 0) return [];
  const says = text.length <= longestTitle && !/\d\s*[.):-]?\s*[A-J]\b|[?？]$/.test(text);
  return says && mentionsAnswer(text)
    ? [[above.index, { kind: 'ignored', reason: 'HEADING' }]]
    : [];
}
