import type { Diagnostic } from '../../../shared/diagnostic.js';
import { diagnose } from './diagnostics.js';
import { note } from './notes.js';
import type { ParsedQuestion } from './parsed-quiz.js';
import { isOrphanOption } from './orphan-options.js';
import type { Remainder } from './remainder.js';
import type { DocumentParagraph, SourceDocument } from './source-document.js';
import { isBlank, type Span } from './span.js';

/** Text that Word hides, paragraph by paragraph. */
export function hiddenText(paragraphs: readonly DocumentParagraph[]): Diagnostic[] {
  return paragraphs.flatMap((paragraph) => {
    const hidden = paragraph.inlines
      .flatMap((inline) => (inline.type === 'text' && inline.format.hidden ? inline.text : []))
      .join('');
    return hidden.trim() === '' ? [] : diagnose('HIDDEN_TEXT', { paragraph, text: hidden });
  });
}

/** Documents inside the document: each is told at the paragraph it stands before. */
export function documentsInside({ omissions, paragraphs }: SourceDocument): Diagnostic[] {
  return omissions.map((index) => {
    const paragraph = paragraphs[index] ?? paragraphs.at(-1);
    return diagnose('DOCUMENT_INSIDE', paragraph ? { paragraph, text: '' } : null);
  });
}

/** Pictures that could not be kept, in lines that no question took. */
function lostPictures(spans: readonly Span[]): Diagnostic[] {
  return spans.flatMap((span) =>
    span.pieces.flatMap(({ image }) => (image?.fault ? diagnose(image.fault, span) : [])),
  );
}

/** What became of every line that is in no question. */
export function documentNotes(
  rest: Remainder,
  bodiless: readonly Span[],
  title: Span | null,
  fields: { kept: readonly Span[]; unused: readonly Span[] },
): Diagnostic[] {
  const { preamble, headings, ignored, endKeys, orphanKeys, leftovers } = rest;
  const others = (spans: readonly Span[]): Span[] => spans.filter((span) => span !== title);
  return [
    ...others(preamble).map((span) =>
      diagnose('IGNORED_TEXT', span, note('BEFORE_FIRST_QUESTION')),
    ),
    ...others(headings).map((span) => diagnose('IGNORED_TEXT', span, note('HEADING'))),
    ...fields.kept.map((span) => diagnose('IGNORED_TEXT', span, note('KEPT_AS_DETAIL'))),
    ...fields.unused.map((span) => diagnose('IGNORED_TEXT', span, note('QUESTION_FIELD'))),
    ...ignored.map(({ span, reason }) => diagnose('IGNORED_TEXT', span, note(reason))),
    ...endKeys.flatMap(({ span, explanation }) =>
      [span, ...explanation].map((line) => diagnose('ORPHAN_KEY', line)),
    ),
    ...orphanKeys.map((span) => diagnose('ORPHAN_KEY', span)),
    ...leftovers.map((span, at) =>
      diagnose(isOrphanOption(leftovers, at) ? 'ORPHAN_OPTION' : 'UNCONSUMED_TEXT', span),
    ),
    ...lostPictures([...preamble, ...leftovers, ...bodiless]),
    ...bodiless.map((span) => diagnose('UNCONSUMED_TEXT', span, note('LIKE_A_QUESTION'))),
  ].toSorted((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0));
}

/** Lines of lists of answers of which nothing else is told. */
export function partNotes(
  parts: readonly Span[],
  questions: readonly ParsedQuestion[],
  notes: readonly Diagnostic[],
): Diagnostic[] {
  const told = new Set([
    ...questions.flatMap(({ paragraphs }) => paragraphs),
    ...notes.map(({ paragraph }) => paragraph),
  ]);
  return parts.flatMap((span) => {
    if (isBlank(span) || told.has(span.paragraph.index)) return [];
    told.add(span.paragraph.index);
    return diagnose('IGNORED_TEXT', span, note('LIST_OF_ANSWERS'));
  });
}
