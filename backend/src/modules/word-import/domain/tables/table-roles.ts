import type { ImportChoices } from '../../../../shared/import-choices.js';
import { matchOptionLabel } from '../labels.js';
import type { Role, Roles } from '../roles.js';
import type { DocumentParagraph } from '../source-document.js';
import { readContentTable } from './content-table.js';
import type { Declared } from './declared.js';
import { readFieldTable } from './field-table.js';
import { gridsOf, visibleLines, type Grid } from './grid.js';
import { readKeyTable, titleAbove } from './key-table.js';
import { readQuestionTable } from './question-table.js';
import { readRowTable } from './row-table.js';

const farthestOption = 6;

/** Do lettered options follow? Then the table before them belongs to the question that they answer. */
function optionsFollow(paragraphs: readonly DocumentParagraph[], end: number): boolean {
  const next = paragraphs
    .slice(end, end + farthestOption)
    .find((paragraph) => visibleLines(paragraph).length > 0);
  if (!next || next.place) return false;
  const listed = /letter/i.test(next.numbering?.format ?? '') && next.numbering?.value === 1;
  return listed || matchOptionLabel(visibleLines(next)[0] ?? '')?.ordinal === 1;
}

/** Tables that hold a question each, and those that only may: one alone could be anything. */
interface Single {
  declared: Declared;
  sure: boolean;
}

function read(
  grid: Grid,
  paragraphs: readonly DocumentParagraph[],
  choices: ImportChoices,
): Single {
  const sure = (declared: Declared): Single => ({ declared, sure: true });
  if (optionsFollow(paragraphs, grid.end)) return sure(readContentTable(grid, true) ?? []);
  const keys = readKeyTable(grid);
  if (keys) return sure([...titleAbove(paragraphs, grid.start), ...keys]);
  const quiz = readRowTable(grid, choices) ?? readFieldTable(grid);
  if (quiz) return sure(quiz);
  return readQuestionTable(grid) ?? sure(readContentTable(grid, false) ?? []);
}

/** What the paragraphs of a document's tables are, by the shapes of the tables. */
export function tableRoles(
  paragraphs: readonly DocumentParagraph[],
  choices: ImportChoices,
): Roles {
  const roles = new Map<number, Role>();
  const doubtful: Declared[] = [];
  for (const grid of gridsOf(paragraphs)) {
    const { declared, sure } = read(grid, paragraphs, choices);
    if (!sure) doubtful.push(declared);
    else for (const [index, role] of declared) roles.set(index, role);
  }
  if (doubtful.length > 1) {
    for (const [index, role] of doubtful.flat()) roles.set(index, role);
  }
  return roles;
}
