import type { ImportChoices } from '../../../../shared/import-choices.js';
import { matchOptionLabel } from '../labels.js';
import type { Role, Roles } from '../roles.js';
import type { DocumentParagraph } from '../source-document.js';
import type { Declared } from './declared.js';
import { gridsOf, visibleLines, type Grid } from './grid.js';
import { readKeyTable, titleAbove } from './key-table.js';
import { readRowTable } from './row-table.js';

const farthestOption = 6;

/** Do lettered options follow? Then the table before them belongs to the question that they answer. */
function optionsFollow(paragraphs: readonly DocumentParagraph[], end: number): boolean {
  const next = paragraphs
    .slice(end, end + farthestOption)
    .find((paragraph) => visibleLines(paragraph).length > 0);
  const listed = /letter/i.test(next?.numbering?.format ?? '') && next?.numbering?.value === 1;
  return listed || (next && matchOptionLabel(visibleLines(next)[0] ?? '')?.ordinal === 1) === true;
}

function read(
  grid: Grid,
  paragraphs: readonly DocumentParagraph[],
  choices: ImportChoices,
): Declared {
  const ofStem = optionsFollow(paragraphs, grid.end);
  const keys = ofStem ? null : readKeyTable(grid);
  if (keys) return [...titleAbove(paragraphs, grid.start), ...keys];
  return readRowTable(grid, choices) ?? [];
}

/** What the paragraphs of a document's tables are, by the shapes of the tables. */
export function tableRoles(
  paragraphs: readonly DocumentParagraph[],
  choices: ImportChoices,
): Roles {
  const roles = new Map<number, Role>();
  for (const grid of gridsOf(paragraphs)) {
    for (const [index, role] of read(grid, paragraphs, choices)) roles.set(index, role);
  }
  return roles;
}
