import type { Mark } from '../../../shared/content.js';
import type { DraftOption } from './draft.js';
import type { RunFormat } from './source-document.js';

/** Bold and underline mark right answers too often to be shown in any option. */
const alwaysDropped: readonly Mark[] = ['bold', 'underline'];

const removable: readonly (readonly [Mark, (format: RunFormat) => boolean])[] = [
  ['italic', ({ italic }) => italic],
  ['strike', ({ strike }) => strike],
  ['code', ({ code }) => code],
];

function coverage(
  option: DraftOption,
  read: (format: RunFormat) => boolean,
): 'all' | 'some' | 'no' {
  const formats = option.spans
    .flatMap((span) => span.pieces)
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ format }) => format ?? []);
  const count = formats.filter(read).length;
  if (count === 0) return 'no';
  return count === formats.length ? 'all' : 'some';
}

/**
 * The marks that options must not show, because they could tell the right one from the others: bold and
 * underline always, italics, strike and typewriter type where they cover some options and not all.
 */
export function revealingMarks(options: readonly DraftOption[]): Set<Mark> {
  const marks = new Set<Mark>(alwaysDropped);
  for (const [mark, read] of removable) {
    const covered = options.map((option) => coverage(option, read));
    if (covered.includes('all') && covered.some((how) => how !== 'all')) marks.add(mark);
  }
  return marks;
}
