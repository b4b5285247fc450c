import type { ImportChoices } from '../../../shared/import-choices.js';
import type { NoteCode } from './notes.js';
import type { EndKey } from './remainder.js';

/**
 * What a paragraph is, declared from its surroundings before the lines are read one by one, such as by its
 * place in a table. A declared role comes before all that the line's own looks suggest. `from` is where the
 * content begins in the line: what stands before it, such as a number, is not shown.
 */
export type Role =
  /**
   * Starts a question; `label` is its number as shown, empty when it has none. `keyFix` is what would tell
   * the right answer, where nothing else does.
   */
  | {
      kind: 'question';
      number: number;
      label: string;
      from: number;
      /** Where its text ends in the line, when a mark of no meaning follows. */
      to?: number;
      keyFix?: ImportChoices;
      /** Which of its lines are options is not sure; what would say so. Then no answer is chosen. */
      unsure?: ImportChoices;
    }
  /** Further text of the open question's stem, as far as `to`. */
  | { kind: 'stem'; to?: number }
  /** An option of the open question; `ordinal` counts from 1, `label` may be empty. */
  | { kind: 'option'; ordinal: number; label: string; marked: boolean; from: number }
  /** Further text of the last option. */
  | { kind: 'optionText' }
  /** The answer line of the open question. */
  | { kind: 'answer'; value: string }
  | { kind: 'explanation'; from: number }
  | { kind: 'points'; value: number }
  /** Answers to questions elsewhere, each with the place it was read at. */
  | { kind: 'endKeys'; entries: readonly EndKey[] }
  /** Understood together with another line, such as a number beside its answer. */
  | { kind: 'part' }
  /** Text and nothing else, whatever it looks like. */
  | { kind: 'text' }
  /** Left out, and why. */
  | { kind: 'ignored'; reason: NoteCode }
  /** A role for each line between soft breaks; a line without one is read on its own. */
  | { kind: 'lines'; lines: readonly (LineRole | null)[] };

/** A role of one line. */
export type LineRole = Exclude<Role, { kind: 'lines' }>;

/** Declared roles by index of the paragraph; sparse. */
export type Roles = ReadonlyMap<number, Role>;

/** What a role says of the lines after its paragraph's first one. */
function roleOfFurtherLine(role: LineRole): LineRole {
  switch (role.kind) {
    case 'question':
      return { kind: 'stem' };
    case 'option':
      return { kind: 'optionText' };
    case 'explanation':
      return { kind: 'explanation', from: 0 };
    case 'answer':
    case 'points':
    case 'endKeys':
      return { kind: 'part' };
    case 'stem':
    case 'optionText':
    case 'part':
    case 'text':
    case 'ignored':
      return role;
  }
}

/** The role of a paragraph's line, counted from 0 at its soft line breaks. */
export function roleOfLine(role: Role, line: number): LineRole | null {
  if (role.kind === 'lines') return role.lines[line] ?? null;
  return line === 0 ? role : roleOfFurtherLine(role);
}
