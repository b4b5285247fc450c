/** A paragraph of a random document, before it becomes a source document or a real .docx. */
export interface Look {
  bold?: boolean;
  underline?: boolean;
  highlight?: 'yellow';
  colour?: 'ff0000';
}

export interface Text {
  /** `\n` is a soft break, `\t` a tab. */
  text: string;
  look?: Look;
}

export interface DocLine {
  texts: Text[];
  /** Word's own numbering: its format, this line's number and which list it belongs to. */
  list?: { format: ListFormat; value: number; instance: number };
  style?: 'title' | 'heading 1';
  /** The cell of a table that is this paragraph. */
  cell?: { table: number; row: number; column: number };
}

export type ListFormat = 'decimal' | 'upperLetter' | 'lowerLetter' | 'bullet';

export const line = (...texts: (string | Text)[]): DocLine => ({
  texts: texts.map((text) => (typeof text === 'string' ? { text } : text)),
});

/** The lines as one paragraph with soft breaks; the list of the first counts. */
export function softly(lines: readonly DocLine[]): DocLine {
  const [first] = lines;
  const texts = lines.flatMap(({ texts: own }, index) =>
    index === 0 ? own : [{ text: '\n' }, ...own],
  );
  return { ...first, texts };
}
