import type { ReviewedQuestion } from './problems';

/** What is chosen on the review page. A new object each time: choosing the same again shows it again. */
export interface Selection {
  paragraph: number | null;
  questionId: string | null;
  problemKey: string | null;
  /** Where it was chosen: the other side follows. */
  origin: 'problem' | 'document' | 'questions';
  /** The focus goes across to the other side. */
  jump: boolean;
}

/** Paragraphs of the document and the questions read from them, both ways. */
export interface Links {
  /** Question by id. */
  byId: ReadonlyMap<string, { item: ReviewedQuestion; position: number }>;
  /** The question a paragraph belongs to; of several (a shared passage) the first. */
  questionAt: ReadonlyMap<number, ReviewedQuestion>;
}

export function linkQuestions(questions: readonly ReviewedQuestion[]): Links {
  const questionAt = new Map<number, ReviewedQuestion>();
  for (const item of questions) {
    for (const paragraph of paragraphsOf(item)) {
      if (!questionAt.has(paragraph)) questionAt.set(paragraph, item);
    }
  }
  const byId = new Map(
    questions.map((item, position) => [item.question.id, { item, position }] as const),
  );
  return { byId, questionAt };
}

export function paragraphsOf(item: ReviewedQuestion | undefined): readonly number[] {
  return item?.question.source?.paragraphs ?? [];
}

/** The paragraphs to mark: those of the question chosen, and the one chosen itself. */
export function chosenParagraphs(selection: Selection | null, links: Links): ReadonlySet<number> {
  if (!selection) return new Set();
  const item =
    selection.questionId === null ? undefined : links.byId.get(selection.questionId)?.item;
  const own = selection.paragraph === null ? [] : [selection.paragraph];
  return new Set([...paragraphsOf(item), ...own]);
}
