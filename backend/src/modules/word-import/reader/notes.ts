import type { RawInline } from './raw-inline.js';
import type { XmlElement } from './xml-tree.js';

/** Footnotes and endnotes of a document by the id their references name. */
export type NoteTexts = ReadonlyMap<string, readonly RawInline[]>;

/** The name a note is known by: footnotes and endnotes count their ids apart. */
export const noteKey = (kind: 'footnote' | 'endnote', id: string | undefined): string =>
  `${kind} ${id ?? ''}`;

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 12 as `¹²`: raised digits are never taken for the number of a question. */
export function raisedNumber(value: number): string {
  return Array.from(String(value), (digit) => digits[Number(digit)] ?? '').join('');
}

/** The outermost paragraphs inside an element, in reading order. */
export function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.name === 'w:p' ? [element] : element.children.flatMap(paragraphsIn);
}
