import type { ContentParagraph, RichContent } from '../../lib/api/generated/types.gen';

/** Content as one line of text, for labels and summaries; pictures are left out. */
export function plainText(content: RichContent): string {
  return content
    .flatMap((block) =>
      block.type === 'table' ? block.rows.flatMap((row) => row.cells.flat()) : [block],
    )
    .map(paragraphText)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function paragraphText(paragraph: ContentParagraph): string {
  return paragraph.children.map((inline) => ('text' in inline ? inline.text : ' ')).join('');
}
