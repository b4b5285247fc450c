import type { SourceDocument } from '../../src/modules/word-import/domain/source-document.js';
import { sourceOf, type Line } from '../docx/source-text.js';
import type { DocLine, ListFormat } from './doc-line.js';

function labelOf(format: ListFormat, value: number): string {
  if (format === 'bullet') return '•';
  if (format === 'decimal') return `${value}.`;
  const letter = String.fromCharCode(96 + value);
  return `${format === 'upperLetter' ? letter.toUpperCase() : letter}.`;
}

function lineOf({ texts, list, style, cell }: DocLine): Line {
  return {
    runs: texts.map(({ text, look }) => ({ text, ...look })),
    styleName: style ?? 'normal',
    place: cell ?? null,
    numbering: list
      ? {
          label: labelOf(list.format, list.value),
          format: list.format,
          value: list.value,
          level: 0,
          list: list.format,
        }
      : null,
  };
}

/** The document as the reader would hand it over. */
export const asSource = (lines: readonly DocLine[]): SourceDocument =>
  sourceOf(...lines.map(lineOf));
