import type { Mark } from '../../../shared/content.js';
import type { DraftOption } from './draft-option.js';
import type { RunFormat } from './source-document.js';

/** Bold and underline mark right answers too often to be shown in any option. */
const alwaysDropped: readonly Mark[] = ['bold', 'underline'];

const removable: readonly (readonly [Mark, (format: RunFormat) => boolean])[] = [
  ['italic', ({ italic }) => italic],
  ['strike', ({ strike }) => strike],
  ['code', ({ code }) => code],
];

function looksOf(option: DraftOption): RunFormat[] {
  return option.spans
    .flatMap((span) => span.pieces)
    .filter(({ text }) => /\S/.test(text))
    .flatMap(({ format }) => format ?? []);
}

function coverage(
  formats: readonly RunFormat[],
  read: (format: RunFormat) => boolean,
): 'all' | 'some' | 'no' {
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
  const looks = options.map(looksOf);
  const [first] = looks.flat();
  // Formats are shared objects: where all are the same one, nothing can be told from them.
  if (looks.every((formats) => formats.every((format) => format === first))) return marks;
  for (const [mark, read] of removable) {
    const covered = looks.map((formats) => coverage(formats, read));
    if (covered.includes('all') && covered.some((how) => how !== 'all')) marks.add(mark);
  }
  return marks;
}
