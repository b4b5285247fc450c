import type { Draft } from './draft.js';
import { leadingMark } from './labels.js';
import { marksAsRight } from './option-marks.js';
import type { RunFormat } from './source-document.js';
import type { Span } from './span.js';

const looks: readonly ((format: RunFormat) => boolean)[] = [
  ({ bold }) => bold,
  ({ underline }) => underline,
  ({ highlight }) => highlight !== null,
  ({ colour }) => colour !== null,
];

const formatsOf = (span: Span): RunFormat[] =>
  span.pieces.filter(({ text }) => /\S/.test(text)).flatMap(({ format }) => format ?? []);

/** Does a line stand out as a whole in a way that the first line of the stem does not? */
function standsOut(line: Span, first: Span): boolean {
  const [formats, others] = [formatsOf(line), formatsOf(first)];
  return looks.some((look) => formats.length > 0 && formats.every(look) && !others.some(look));
}

/**
 * Options without labels, outside of tables, are told from the stem by their place alone. Does a line of the stem carry the sign
 * of a right answer? Then it may be one of the options, and what the others say is not to be trusted.
 */
export function stemCarriesSign({ stem, options }: Draft): boolean {
  const [first, ...below] = stem;
  const placed = options.every(
    ({ label, family, labelSpan }) =>
      label === '' && family === 'declared' && labelSpan.paragraph.place === null,
  );
  if (!first || !placed) return false;
  return below.some(
    (line) => leadingMark.test(line.text) || marksAsRight(line.text) || standsOut(line, first),
  );
}
