import type { Role } from '../roles.js';
import { allOf, leading, type Declared } from './declared.js';
import { readFieldRow, type FieldRow } from './field-rows.js';
import { filledCells, type Cell, type Grid } from './grid.js';
import { declareOption, standsApart, type GridOption } from './option-grid.js';

const part: Role = { kind: 'part' };
const stem: Role = { kind: 'stem' };
const more: Role = { kind: 'optionText' };
const longestAnswer = 200;

const textOf = (cells: readonly Cell[]): string => cells.map(({ text }) => text).join(' ');

/** Gathers the rows of a table into questions, as long as each of them makes sense. */
class FieldTable {
  readonly declared: Declared = [];
  /** What the open question has got so far; before the first one of the table it is one outside. */
  private asked = false;
  private options = 0;
  private answers = 0;
  /** The letter read last, by its position. */
  private last = 0;
  /** Have labels cells of their own anywhere, or do they count down the columns? Other lines speak for themselves. */
  apart = false;

  /** False where a row does not go on with those before it. */
  add(row: FieldRow): boolean {
    switch (row.kind) {
      case 'question':
        return this.addQuestion(row);
      case 'options':
        return row.options.every((option) => this.addOption(option));
      case 'text':
        return this.addText(row.content);
      case 'answer':
        this.answers += 1;
        this.beside(row.cell, row.content, { kind: 'answer', value: textOf(row.content) });
        return textOf(row.content).length <= longestAnswer;
      case 'explanation':
        this.beside(row.cell, row.content, { kind: 'explanation', from: 0 });
        return true;
      case 'points':
      case 'meta':
        this.addOther(row);
        return true;
    }
  }

  /** Is the open question whole: with options to choose from, or with an answer? */
  isWhole(): boolean {
    return this.options >= 2 || (this.options === 0 && (!this.asked || this.answers > 0));
  }

  private addQuestion({
    opening,
    cell,
    content,
  }: Extract<FieldRow, { kind: 'question' }>): boolean {
    const repeats = this.asked && this.options + this.answers === 0;
    if (!repeats && !this.isWhole()) return false;
    if (repeats) this.beside(cell, content, stem);
    else {
      this.declared.push(...leading(cell, { kind: 'question', ...opening }, stem));
      const isNumber = opening.from === 0 || content.length === 0 || opening.label !== '';
      for (const beside of content) {
        const told = isNumber && beside.text === opening.label ? part : stem;
        this.declared.push(...allOf(beside, told));
      }
      this.asked = true;
      this.options = 0;
      this.last = 0;
      this.answers = 0;
    }
    return true;
  }

  private addOption(option: GridOption): boolean {
    const ordinal = option.ordinal === 0 ? this.options + 1 : option.ordinal;
    if (this.answers > 0 || ordinal > 12) return false;
    this.apart ||= standsApart(option) || ordinal < this.last;
    this.last = ordinal;
    this.options += 1;
    this.declared.push(...declareOption(option, ordinal));
    return true;
  }

  /** Text beside nothing: of the stem, or of the option above it when it stands below that one's text. */
  private addText(content: readonly Cell[]): boolean {
    const below = this.options > 0 && content.every(({ column }) => column > 0);
    if (this.answers > 0 || (this.options > 0 && !below)) return false;
    if (!this.asked && !below) return false;
    for (const cell of content) this.declared.push(...allOf(cell, below ? more : stem));
    return true;
  }

  private addOther({ kind, cell, content }: Extract<FieldRow, { kind: 'points' | 'meta' }>): void {
    const value = Number(textOf(content).replace(',', '.'));
    if (kind === 'points' && value >= 0) this.beside(cell, content, { kind: 'points', value });
    else {
      for (const one of [cell, ...content]) {
        this.declared.push(...allOf(one, { kind: 'ignored', reason: 'ATTEMPT_OR_BANK' }));
      }
    }
  }

  /** A cell that says what the others are. */
  private beside(cell: Cell, content: readonly Cell[], role: Role): void {
    const several = role.kind === 'stem' || role.kind === 'explanation' ? role : part;
    this.declared.push(...allOf(cell, part));
    content.forEach((one, at) => {
      this.declared.push(...leading(one, at === 0 ? role : several, several));
    });
  }
}

/** Letters of options that stand for themselves count up from the first. */
function inOrder(rows: readonly FieldRow[]): boolean {
  const seen: number[] = [];
  for (const row of rows) {
    if (row.kind === 'question') seen.length = 0;
    if (row.kind !== 'options') continue;
    for (const { ordinal } of row.options) {
      if (ordinal > 0 && seen.includes(ordinal)) return false;
      seen.push(ordinal);
    }
  }
  return true;
}

/**
 * A table in which a cell says what stands beside it: a letter or a box and its option, a number and its
 * question, a word such as `Answer`. Null for every other table, also when a single row does not fit.
 */
export function readFieldTable(grid: Grid): Declared | null {
  const rows: FieldRow[] = [];
  for (const row of grid.rows) {
    if (filledCells(row).length === 0) continue;
    const read = readFieldRow(row);
    if (!read) return null;
    rows.push(read);
  }
  const table = new FieldTable();
  const fits = inOrder(rows) && rows.every((row) => table.add(row)) && table.isWhole();
  const tells = table.apart || rows.some(({ kind }) => kind === 'answer');
  return fits && tells ? table.declared : null;
}
