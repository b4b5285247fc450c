import { textContent, type RichContent } from '../../../shared/content.js';
import type { ParsedQuestion, ParsedQuiz, SourceParagraph } from './parsed-quiz.js';

function sourceText(question: ParsedQuestion, paragraphs: readonly SourceParagraph[]): string {
  return question.paragraphs
    .map((index) => paragraphs[index])
    .filter((paragraph) => paragraph !== undefined)
    .map(({ label, text }) => (label === '' ? text : `${label} ${text}`))
    .join('\n');
}

/** `Unit 3 test.docx` → `Unit 3 test`. */
function titleFromFileName(fileName: string): string {
  const title = fileName.replace(/\.docx$/i, '').trim();
  return title === '' ? 'Imported quiz' : title;
}

const MAX_TITLE_LENGTH = 200;

/** The shared text and the stem. A question that is only a gap in the text is told by its number. */
function shownStem({ passage, stem, number }: ParsedQuestion): RichContent {
  if (passage === null) return stem;
  const isGap = stem.length === 0 && number !== null;
  return [...passage, ...(isGap ? textContent(`(${number})`) : stem)];
}

/** A recognised quiz as the catalogue takes it: each question keeps the text it was read from. */
export function draftFromParsed(quiz: ParsedQuiz, importId: string, fileName: string) {
  return {
    title: (quiz.title?.trim() || titleFromFileName(fileName)).slice(0, MAX_TITLE_LENGTH),
    ...(quiz.description !== null && { description: quiz.description }),
    difficulty: quiz.difficulty,
    timeLimitSeconds: quiz.timeLimitSeconds,
    questions: quiz.questions.map((question) => ({
      type: question.type,
      stem: shownStem(question),
      explanation: question.explanation,
      points: question.points ?? 1,
      options: question.options.map(({ content, correct, feedback }) => {
        return { content, correct, feedback };
      }),
      answer: question.answer,
      source: {
        importId,
        number: question.number,
        text: sourceText(question, quiz.paragraphs),
        paragraphs: question.paragraphs,
      },
      diagnostics: question.diagnostics,
    })),
    media: quiz.media.map(({ base64, ...media }) => ({
      ...media,
      bytes: Buffer.from(base64, 'base64'),
    })),
  };
}
