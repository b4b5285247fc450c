import { matchAnswerLine } from '../key-words.js';
import { matchBox, matchOptionLabel } from '../labels.js';
import { matchQuestionLabel } from '../question-marker.js';
import type { DocumentParagraph } from '../source-document.js';
import { linesOf } from '../span.js';
import { allOf, type Declared } from './declared.js';
import { openingOf } from './field-rows.js';
import { filledCells, isShown, type Grid } from './grid.js';

const sign = /^\s*[?*#+=]/;

/** Could a line be of a quiz itself: a question, an option, an answer? */
function isOfQuiz(text: string): boolean {
  const question = matchQuestionLabel(text);
  if (question?.style === 'keyword' || (question && /[?？؟]\s*$/.test(text))) return true;
  if (matchAnswerLine(text)?.separated || matchBox(text) || sign.test(text)) return true;
  return matchOptionLabel(text) !== null || /\s{2,}[A-Ja-j][.)]\s/.test(text);
}

const isListed = ({ numbering }: DocumentParagraph): boolean =>
  numbering !== null && !/^decimal/.test(numbering.format);

/** A table (or a box) with nothing of a quiz in it: figures, a passage. Its lines are text, even numbered ones. */
export function readContentTable(grid: Grid, ofStem: boolean): Declared | null {
  const cells = grid.rows.flatMap(filledCells);
  const paragraphs = cells.flatMap((cell) => cell.paragraphs).filter(isShown);
  const doubtful = paragraphs.some(
    (paragraph) => isListed(paragraph) || linesOf(paragraph).some(({ text }) => isOfQuiz(text)),
  );
  if (ofStem ? openingOf(cells[0]) !== null : doubtful) return null;
  return cells.flatMap((cell) => allOf(cell, { kind: 'text' }));
}
