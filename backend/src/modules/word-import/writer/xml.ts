/** Characters that XML 1.0 has no way to write: they cannot be seen either. */
const unwritable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text for the inside of an element. */
export const escapeText = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>]/g, (character) => entities[character] ?? '');

/** Text for the value of an attribute; line breaks survive too. */
export const escapeAttribute = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"\n\t]/g, (character) => entities[character] ?? '');

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A part of a package: the declaration and its root element. */
export const xmlPart = (root: string): string => `${declaration}${root}`;

const OOXML = 'http://schemas.openxmlformats.org';
/** The namespaces of the main part and of those beside it. */
export const namespaces = [
  `xmlns:w="${OOXML}/wordprocessingml/2006/main"`,
  `xmlns:r="${OOXML}/officeDocument/2006/relationships"`,
  `xmlns:m="${OOXML}/officeDocument/2006/math"`,
  `xmlns:wp="${OOXML}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OOXML}/drawingml/2006/main"`,
  `xmlns:pic="${OOXML}/drawingml/2006/picture"`,
].join(' ');
