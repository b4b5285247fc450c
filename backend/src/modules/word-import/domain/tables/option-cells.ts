import { matchOptionLabel } from '../labels.js';
import type { LineRole } from '../roles.js';
import { linesOf } from '../span.js';
import type { Declared } from './declared.js';
import { leading, shownIn } from './declared.js';
import type { Cell } from './grid.js';

interface Choice {
  ordinal: number;
  label: string;
  marked: boolean;
}

/** An option that fills a cell. A label typed there too is not repeated when it is the same. */
export function optionCell(cell: Cell, choice: Choice): Declared {
  const typed = matchOptionLabel(cell.text);
  const same = typed?.label.toUpperCase() === choice.label.toUpperCase();
  const repeats =
    typed !== null && (same || (choice.label === '' && typed.ordinal === choice.ordinal));
  const from = repeats ? lengthOfLabel(cell) : 0;
  const marked = choice.marked || (repeats && typed.marked);
  const option: LineRole = { kind: 'option', ...choice, marked, from };
  return leading(cell, option, { kind: 'optionText' });
}

function lengthOfLabel(cell: Cell): number {
  const [first] = shownIn(cell).flatMap(linesOf);
  return (first && matchOptionLabel(first.text)?.from) ?? 0;
}

/** A cell that holds all options: each line is one, unless they carry letters and speak for themselves. */
export function optionLines(cell: Cell): Declared {
  const paragraphs = shownIn(cell);
  const labelled = paragraphs.some(
    (paragraph) => paragraph.numbering !== null && /letter/i.test(paragraph.numbering.format),
  );
  if (labelled || matchOptionLabel(cell.text)) return [];
  let ordinal = 0;
  return paragraphs.map(({ index, ...paragraph }) => {
    const lines = linesOf({ index, ...paragraph }).map(({ text }): LineRole | null => {
      if (text.trim() === '') return null;
      ordinal += 1;
      return { kind: 'option', ordinal, label: '', marked: false, from: 0 };
    });
    return [index, { kind: 'lines', lines }];
  });
}
