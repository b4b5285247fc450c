import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { ImportChoices } from '../../../shared/import-choices.js';
import { diagnoseAt } from './form/build-form-question.js';
import { isBlankParagraph } from './form/form-content.js';
import { readForm, usesForm } from './form/read-form.js';
import { hiddenText } from './document-notes.js';
import { parseQuiz } from './parse-quiz.js';
import { sourceParagraphs } from './source-paragraphs.js';
import type { ParsedQuestion, ParsedQuiz } from './parsed-quiz.js';
import type { DocumentParagraph, SourceDocument } from './source-document.js';

/** An empty line where a paragraph was: those after it keep their places. */
const blanked = (paragraph: DocumentParagraph): DocumentParagraph => ({
  ...paragraph,
  inlines: [],
  numbering: null,
  styleName: '',
  place: null,
});

const startOf = ({ paragraphs }: ParsedQuestion): number => paragraphs[0] ?? 0;

/** Every diagnostic of a question names its position, from 1. */
function positioned(question: ParsedQuestion, index: number): ParsedQuestion {
  const diagnostics = question.diagnostics.map((d) => ({ ...d, questionNo: index + 1 }));
  return { ...question, diagnostics };
}

const unused = (paragraph: DocumentParagraph): Diagnostic => ({
  ...diagnoseAt('UNCONSUMED_TEXT', paragraph),
  suggestedFix: { ignoredParagraphs: [paragraph.index] },
});

/** What is left to say about the paragraphs without a style of the form. */
function restDiagnostics(rest: ParsedQuiz, others: readonly DocumentParagraph[]): Diagnostic[] {
  const noQuiz = rest.diagnostics.some(({ code }) => code === 'NOT_A_QUIZ');
  return [
    ...rest.diagnostics.filter(({ code }) => code !== 'NOT_A_QUIZ' && code !== 'HIDDEN_TEXT'),
    ...(noQuiz ? others.map(unused) : []),
  ];
}

/**
 * Reads a quiz out of a document. What carries the styles of the recommended form is read by them alone,
 * everything else by the grammar; `choices` are what a teacher said about this document.
 */
export function readQuiz(document: SourceDocument, choices: ImportChoices = {}): ParsedQuiz {
  const { paragraphs } = document;
  if (!usesForm(paragraphs)) return parseQuiz(document, choices);
  const leftOut = new Set(choices.ignoredParagraphs);
  const form = readForm(paragraphs, leftOut);
  const rest = parseQuiz(
    {
      ...document,
      paragraphs: paragraphs.map((p) => (form.taken.has(p.index) ? blanked(p) : p)),
    },
    choices,
  );
  const others = paragraphs.filter((p) => !form.taken.has(p.index) && !isBlankParagraph(p));
  const { title, description, category, difficulty, timeLimitSeconds } = form.head;
  return {
    title: title ?? rest.title,
    description: description ?? rest.description,
    category: category ?? rest.category,
    difficulty: difficulty ?? rest.difficulty,
    timeLimitSeconds: timeLimitSeconds ?? rest.timeLimitSeconds,
    questions: [...form.questions, ...rest.questions]
      .toSorted((a, b) => startOf(a) - startOf(b))
      .map(positioned),
    diagnostics: [
      ...form.diagnostics,
      ...restDiagnostics(
        rest,
        others.filter(({ index }) => !leftOut.has(index)),
      ),
      ...hiddenText(paragraphs),
    ].toSorted((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0)),
    media: document.media,
    paragraphs: sourceParagraphs(paragraphs),
  };
}
