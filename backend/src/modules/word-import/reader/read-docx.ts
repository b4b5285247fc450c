import type { Buffer } from 'node:buffer';
import { ParseFailure } from '../domain/parse-failure.js';
import type { DocumentParagraph, SourceDocument, SourceInline } from '../domain/source-document.js';
import { BodyReader, type RawParagraph } from './body-reader.js';
import { MediaStore } from './media-store.js';
import { readNotes } from './note-parts.js';
import { NumberingCounter } from './numbering.js';
import { ParagraphReader } from './paragraph-reader.js';
import type { RawInline } from './raw-inline.js';
import { readOptionalPart, readPart } from './read-part.js';
import { findMainPart, readRelationships, targetOfType } from './relationships.js';
import { FormatTable } from './run-format.js';
import { StyleSheet } from './styles.js';
import { ElementBudget } from './xml-stream.js';
import { openPackage } from './zip-package.js';

const isResolved = (inlines: readonly RawInline[]): inlines is SourceInline[] =>
  inlines.every(({ type }) => type !== 'picture');

async function withPictures(
  paragraph: RawParagraph,
  store: MediaStore,
): Promise<DocumentParagraph> {
  const { inlines, ...rest } = paragraph;
  const resolved: SourceInline[] = [];
  for (const inline of inlines) {
    if (inline.type !== 'picture') resolved.push(inline);
    else resolved.push({ type: 'image', image: await store.resolve(inline.picture) });
  }
  return { ...rest, inlines: resolved };
}

/** Most paragraphs have no picture and stay the very same object: a large document is held only once. */
const isPlain = (paragraph: RawParagraph): paragraph is DocumentParagraph =>
  isResolved(paragraph.inlines);

/**
 * Reads a .docx: its paragraphs in reading order with the labels, formats and pictures Word shows.
 * Nothing outside the file is ever touched. @throws ParseFailure ZIP_INVALID | ZIP_LIMIT | NOT_DOCX |
 * XML_FORBIDDEN | XML_INVALID | DOC_LIMIT
 */
export async function readDocx(bytes: Buffer): Promise<SourceDocument> {
  const zip = await openPackage(bytes);
  const budget = new ElementBudget();
  const main = await findMainPart(zip, budget);
  const relationships = await readRelationships(zip, main, budget);
  const part = (type: string, root: string) =>
    readOptionalPart(zip, targetOfType(relationships, type), root, budget);
  const styles = new StyleSheet(await part('styles', 'w:styles'));
  const numbering = new NumberingCounter(await part('numbering', 'w:numbering'));
  const formats = new FormatTable();
  const notes = await readNotes({ zip, budget, relationships, styles, formats });
  const content = new ParagraphReader({ styles, formats, relationships, notes });
  const body = new BodyReader(styles, numbering, content);
  let blocks = 0;
  await readPart(zip, main, 'w:body', budget, (block) => {
    blocks += 1;
    body.readBlock(block);
  });
  body.finish();
  if (blocks === 0) throw new ParseFailure('NOT_DOCX', `${main} has no body`);
  const store = new MediaStore(zip);
  const paragraphs: DocumentParagraph[] = [];
  for (const paragraph of body.paragraphs) {
    paragraphs.push(isPlain(paragraph) ? paragraph : await withPictures(paragraph, store));
  }
  return { paragraphs, media: store.list(), omissions: body.omissions };
}
