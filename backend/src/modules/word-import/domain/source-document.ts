import type { MathNode } from '../../../shared/math.js';

/** The reader's output: a Word document as the grammar sees it. Pure data, in document order. */

/** What a run looks like after styles are applied. Equal formats are the same object. */
export interface RunFormat {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  vertical: 'sub' | 'sup' | null;
  /** Highlight name or shading fill (lower case), null when none or white. */
  highlight: string | null;
  /** `rrggbb` in lower case or `theme:name`; null for automatic. */
  colour: string | null;
  /** Marked as hidden in Word: not on the page. */
  hidden: boolean;
  /** A typewriter font: program code. */
  code: boolean;
}

/** Pictures that browsers show. */
export const shownMimes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/svg+xml',
] as const;
type ShownMime = (typeof shownMimes)[number];

/** Pictures that they do not: kept as files to be downloaded. */
export const fileMimes = ['image/wmf', 'image/emf', 'image/tiff'] as const;
export type FileMime = (typeof fileMimes)[number];

export type ImageFault = 'IMAGE_EXTERNAL' | 'IMAGE_FORMAT' | 'IMAGE_MISSING';

export interface SourceImage {
  /** SHA-256 (hex) of the bytes, or null when there are none. */
  sha256: string | null;
  /** Set when the bytes are kept only as a file, because browsers cannot show them. */
  file: FileMime | null;
  fault: ImageFault | null;
  alt: string;
  /** Displayed size in CSS pixels, where the document says so. */
  width: number | null;
  height: number | null;
  /** The preview of an embedded object, such as an equation of an old editor. */
  embedded: boolean;
}

/** What a formula's text was written from. */
export interface SourceMath {
  /** Null when the formula could not be understood: then there is only its text. */
  root: MathNode | null;
  /** Set on a line of its own. */
  display: boolean;
}

export type SourceInline =
  | { type: 'text'; text: string; format: RunFormat; math: SourceMath | null }
  | { type: 'break' }
  | { type: 'tab' }
  | { type: 'image'; image: SourceImage };

/** The label Word shows before a paragraph, computed from numbering.xml. */
export interface SourceNumbering {
  /** As shown: `1.`, `a)`, `二、`; the glyph of a bullet. */
  label: string;
  /** OOXML name of the format: `decimal`, `upperLetter`, `bullet` … */
  format: string;
  /** The counter of this level, from 1 in most lists. */
  value: number;
  level: number;
  /** The list it belongs to (abstract numbering): lists that look alike and count on. */
  list: string;
}

/** Where in a table a paragraph stands. Cells of nested tables count as the cell around them. */
export interface TablePlace {
  table: number;
  row: number;
  column: number;
}

export interface DocumentParagraph {
  /** Position in the document, from 0. */
  index: number;
  /** The id Word itself gave it (w14:paraId), where it did. */
  paraId: string | null;
  inlines: SourceInline[];
  numbering: SourceNumbering | null;
  /** Name of the paragraph style in lower case, such as `title` or `heading 1`. */
  styleName: string;
  place: TablePlace | null;
}

export interface DocumentMedia {
  sha256: string;
  mime: ShownMime | FileMime;
  width: number;
  height: number;
  base64: string;
}

export interface SourceDocument {
  paragraphs: DocumentParagraph[];
  media: DocumentMedia[];
  /** Documents inside the document, which are not read: each by the index of the paragraph after it. */
  omissions: number[];
}
