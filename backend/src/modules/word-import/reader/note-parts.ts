import { noteKey, paragraphsIn, type NoteTexts } from './notes.js';
import { ParagraphReader } from './paragraph-reader.js';
import type { RawInline } from './raw-inline.js';
import { readOptionalPart } from './read-part.js';
import { readRelationships, targetOfType, type Relationships } from './relationships.js';
import type { FormatTable } from './run-format.js';
import type { StyleSheet } from './styles.js';
import type { ElementBudget } from './xml-stream.js';
import { child, childValue, type XmlElement } from './xml-tree.js';
import type { ZipPackage } from './zip-package.js';

interface NoteContext {
  zip: ZipPackage;
  budget: ElementBudget;
  /** Of the main part. */
  relationships: Relationships;
  styles: StyleSheet;
  formats: FormatTable;
}

function inlinesOf(note: XmlElement, content: ParagraphReader, styles: StyleSheet): RawInline[] {
  return paragraphsIn(note).flatMap((paragraph, index) => {
    const style = styles.paragraphStyle(childValue(child(paragraph, 'w:pPr'), 'w:pStyle'));
    const { inlines } = content.read(paragraph, style.run);
    return index === 0 ? inlines : [{ type: 'break' } as const, ...inlines];
  });
}

/** Reads the footnotes and endnotes of a document; the lines that separate them from the page are none. */
export async function readNotes(context: NoteContext): Promise<NoteTexts> {
  const { zip, budget, relationships, styles, formats } = context;
  const texts = new Map<string, RawInline[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = targetOfType(relationships, `${kind}s`);
    if (part === undefined) continue;
    const own = await readRelationships(zip, part, budget);
    const content = new ParagraphReader({ styles, formats, relationships: own, notes: new Map() });
    for (const note of await readOptionalPart(zip, part, `w:${kind}s`, budget)) {
      if (note.name !== `w:${kind}` || note.attributes.has('w:type')) continue;
      texts.set(noteKey(kind, note.attributes.get('w:id')), inlinesOf(note, content, styles));
    }
  }
  return texts;
}
