import type { NoteCode } from '../notes.js';
import type { Role } from '../roles.js';
import type { DocumentParagraph } from '../source-document.js';
import { filledCells, isShown, type Cell, type Row } from './grid.js';

/** What the paragraphs of a table are declared to be. */
export type Declared = [paragraph: number, role: Role][];

/** The paragraphs of a cell that show something. */
export const shownIn = (cell: Cell | undefined): DocumentParagraph[] =>
  cell?.paragraphs.filter(isShown) ?? [];

/** One role for all that a cell shows. */
export const allOf = (cell: Cell | undefined, role: Role): Declared =>
  shownIn(cell).map(({ index }) => [index, role]);

/** A role for the first paragraph that a cell shows, another one for the rest. */
export const leading = (cell: Cell | undefined, first: Role, rest: Role): Declared =>
  shownIn(cell).map(({ index }, at) => [index, at === 0 ? first : rest]);

/** All that a row shows, left out for one reason. */
export const ignored = (row: Row, reason: NoteCode): Declared =>
  filledCells(row).flatMap((cell) => allOf(cell, { kind: 'ignored', reason }));
