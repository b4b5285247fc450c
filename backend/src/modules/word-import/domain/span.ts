import type {
  DocumentParagraph,
  RunFormat,
  SourceImage,
  SourceInline,
  SourceMath,
} from './source-document.js';

/** A stretch of a line that looks the same throughout; a picture is one character long. */
export interface Piece {
  text: string;
  format: RunFormat | null;
  image: SourceImage | null;
  math: SourceMath | null;
}

/** A line of a paragraph, or a part of it. `text` is all pieces, each picture as PICTURE. */
export interface Span {
  paragraph: DocumentParagraph;
  text: string;
  pieces: readonly Piece[];
}

/** Stands for a picture in the text of a span. */
export const PICTURE = '\uFFFC';

const oddSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

function pieceOf(inline: Exclude<SourceInline, { type: 'break' }>): Piece {
  if (inline.type === 'tab') return { text: '\t', format: null, image: null, math: null };
  if (inline.type === 'image') {
    return { text: PICTURE, format: null, image: inline.image, math: null };
  }
  const text = inline.text
    .replace(oddSpaces, ' ')
    .replace(invisible, '')
    .replace(/[\r\n]/g, ' ');
  return { text, format: inline.format, image: null, math: inline.math };
}

function spanOf(paragraph: DocumentParagraph, pieces: readonly Piece[]): Span {
  const [only] = pieces;
  const text = pieces.length === 1 && only ? only.text : pieces.map((piece) => piece.text).join('');
  return { paragraph, pieces, text };
}

/** The lines of a paragraph, split at its soft line breaks; hidden text is not part of them. */
export function linesOf(paragraph: DocumentParagraph): Span[] {
  const lines: Piece[][] = [[]];
  for (const inline of paragraph.inlines) {
    if (inline.type === 'break') lines.push([]);
    else if (inline.type !== 'text' || !inline.format.hidden) lines.at(-1)?.push(pieceOf(inline));
  }
  return lines.map((pieces) => spanOf(paragraph, pieces));
}

/** A formula that is cut keeps its text, but no longer its structure. */
function slicePiece(piece: Piece, start: number, end: number): Piece {
  const text = piece.text.slice(start, end);
  if (piece.math === null || text === piece.text) return { ...piece, text };
  return { ...piece, text, math: { ...piece.math, root: null } };
}

/** The part of a span between two positions of its text. */
export function sliceSpan(span: Span, from: number, to: number = span.text.length): Span {
  if (from <= 0 && to >= span.text.length) return span;
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of span.pieces) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, piece.text.length);
    if (start < end) pieces.push(slicePiece(piece, start, end));
    at += piece.text.length;
  }
  return spanOf(span.paragraph, pieces);
}

/** The span without a stretch of it, which leaves `room` instead. */
export function withoutStretch(span: Span, from: number, to: number, room = ''): Span {
  const gap: Piece[] = room === '' ? [] : [{ text: room, format: null, image: null, math: null }];
  const pieces = [...sliceSpan(span, 0, from).pieces, ...gap, ...sliceSpan(span, to).pieces];
  return spanOf(span.paragraph, pieces);
}

/** A stretch of a line and what comes after it. */
export const joinSpans = (first: Span, second: Span): Span =>
  spanOf(first.paragraph, [...first.pieces, ...second.pieces]);

/** The span without white space at its ends. */
export function trimSpan(span: Span): Span {
  const start = span.text.length - span.text.trimStart().length;
  const end = span.text.trimEnd().length;
  if (start === 0 && end === span.text.length) return span;
  return sliceSpan(span, start, Math.max(start, end));
}

/** Is there nothing to see? */
export const isBlank = (span: Span): boolean => span.text.trim() === '';
