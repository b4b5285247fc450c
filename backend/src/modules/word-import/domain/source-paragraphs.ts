import type { SourceParagraph } from './parsed-quiz.js';
import type { DocumentParagraph } from './source-document.js';

function textOf({ inlines }: DocumentParagraph): string {
  const [only] = inlines;
  // The very same string, not a copy: most paragraphs are one run, and a document has very many.
  if (inlines.length === 1 && only?.type === 'text') return only.text;
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'image') return '';
      return inline.type === 'break' ? '\n' : '\t';
    })
    .join('');
}

function picturesOf({ inlines }: DocumentParagraph): string[] {
  return inlines.flatMap((inline) => (inline.type === 'image' ? (inline.image.sha256 ?? []) : []));
}

/** The document as it is shown beside the questions. */
export function sourceParagraphs(paragraphs: readonly DocumentParagraph[]): SourceParagraph[] {
  return paragraphs.map((paragraph) => {
    const images = picturesOf(paragraph);
    return {
      index: paragraph.index,
      label: paragraph.numbering?.label ?? '',
      text: textOf(paragraph),
      ...(paragraph.place === null ? {} : { place: paragraph.place }),
      ...(images.length === 0 ? {} : { images }),
    };
  });
}
