import type { Diagnostic } from '../../../shared/diagnostic.js';
import { diagnose } from './diagnostics.js';
import { note } from './notes.js';
import type { ParsedQuiz, SourceParagraph } from './parsed-quiz.js';
import { matchQuizField } from './quiz-fields.js';

/** What is said of a document whose category is none of ours: a warning instead of the news that it was taken over. */
export function withUnknownCategory(
  name: string,
  { paragraphs, diagnostics }: Pick<ParsedQuiz, 'paragraphs' | 'diagnostics'>,
): Diagnostic[] {
  const paragraph = placeOf(name, paragraphs);
  const told = diagnose('CATEGORY_UNKNOWN', null, note('WRITTEN', { written: name }));
  const isTakenOver = (one: Diagnostic): boolean =>
    one.note === 'KEPT_AS_DETAIL' && one.paragraph === paragraph;
  return [{ ...told, paragraph, excerpt: name }, ...diagnostics.filter((one) => !isTakenOver(one))];
}

/** Where the category is given; null where several lines give it, or none by itself. */
function placeOf(name: string, paragraphs: readonly SourceParagraph[]): number | null {
  const places = paragraphs.filter(({ text }) => {
    const field = matchQuizField(text.trim());
    return field?.name === 'category' && field.value === name;
  });
  return places.length === 1 ? (places[0]?.index ?? null) : null;
}
