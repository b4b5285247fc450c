import { z } from 'zod';
import { mathNodeSchema } from './math.js';

/**
 * Rich content of stems, options and explanations: a small JSON tree, stored as such and rendered as
 * elements, never as HTML. `media` of an image is the SHA-256 (hex) of its bytes in what the Word parser
 * returns, and the media id (UUID) in everything that is stored or sent to a browser.
 */
export const markSchema = z.enum(['bold', 'italic', 'underline', 'strike', 'sub', 'sup', 'code']);
export type Mark = z.infer<typeof markSchema>;

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  marks: z.array(markSchema).optional(),
});
const breakSchema = z.strictObject({ type: z.literal('break') });
const imageSchema = z.strictObject({
  type: z.literal('image'),
  /** Null: the document has no bytes of it, so that there is only a place to be seen. */
  media: z.string().nullable(),
  /** Set when browsers cannot show it: `media` is then a file to be downloaded. */
  file: z.enum(['WMF', 'EMF', 'TIFF']).optional(),
  /** The preview of an object of another program, mostly a formula of an old editor. */
  object: z.boolean().optional(),
  alt: z.string().optional(),
  /** Displayed size in CSS pixels, where the document says so. */
  width: z.number().optional(),
  height: z.number().optional(),
});
const mathSchema = z.strictObject({
  type: z.literal('math'),
  /** The formula on one line, such as `x^2/2`: what is read out, searched and compared. */
  text: z.string(),
  /** Set on a line of its own. */
  display: z.boolean().optional(),
  root: mathNodeSchema,
});
export const inlineSchema = z.discriminatedUnion('type', [
  textSchema,
  breakSchema,
  imageSchema,
  mathSchema,
]);
export type Inline = z.infer<typeof inlineSchema>;

export const paragraphSchema = z
  .strictObject({ type: z.literal('paragraph'), children: z.array(inlineSchema) })
  .meta({ id: 'ContentParagraph' });
/** A cell holds paragraphs only: a table within a table is flattened by the reader. */
export const tableSchema = z
  .strictObject({
    type: z.literal('table'),
    rows: z.array(z.strictObject({ cells: z.array(z.array(paragraphSchema)) })),
  })
  .meta({ id: 'ContentTable' });
export const blockSchema = z.discriminatedUnion('type', [paragraphSchema, tableSchema]);
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Block = z.infer<typeof blockSchema>;

export const contentSchema = z.array(blockSchema).meta({ id: 'RichContent' });
export type RichContent = z.infer<typeof contentSchema>;

/** Content of one paragraph holding plain text; the empty string gives no paragraph at all. */
export function textContent(text: string): RichContent {
  return text === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', text }] }];
}

function blockParagraphs(block: Block): Paragraph[] {
  return block.type === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flat());
}

function inlineText(inline: Inline): string {
  if (inline.type === 'text' || inline.type === 'math') return inline.text;
  return inline.type === 'break' ? '\n' : '';
}

/** The plain text of content: paragraphs and line breaks as `\n`, formulas on one line, pictures left out. */
export function plainText(content: RichContent): string {
  return content
    .flatMap(blockParagraphs)
    .map((paragraph) => paragraph.children.map(inlineText).join(''))
    .join('\n');
}

/** The same content with the `media` of each picture replaced; pictures for which `replace` returns null are dropped. */
export function mapMedia(
  content: RichContent,
  replace: (media: string) => string | null,
): RichContent {
  const mapParagraph = (paragraph: Paragraph): Paragraph => ({
    ...paragraph,
    children: paragraph.children.flatMap((inline): Inline[] => {
      if (inline.type !== 'image' || inline.media === null) return [inline];
      const media = replace(inline.media);
      return media === null ? [] : [{ ...inline, media }];
    }),
  });
  return content.map((block) =>
    block.type === 'paragraph'
      ? mapParagraph(block)
      : {
          ...block,
          rows: block.rows.map((row) => ({
            cells: row.cells.map((cell) => cell.map(mapParagraph)),
          })),
        },
  );
}
