import { plainText } from '../../../shared/content.js';
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

/**
 * A recognised quiz as the catalogue takes it: typed answers become the answer key instead of options, each
 * question keeps the text it was read from.
 */
export function draftFromParsed(quiz: ParsedQuiz, importId: string, fileName: string) {
  return {
    title: (quiz.title?.trim() || titleFromFileName(fileName)).slice(0, MAX_TITLE_LENGTH),
    questions: quiz.questions.map((question) => {
      const isTyped = question.type === 'SHORT_ANSWER';
      const accepted = question.options.map(({ content }) => plainText(content));
      return {
        type: question.type,
        stem: question.stem,
        explanation: question.explanation,
        points: question.points ?? 1,
        options: isTyped
          ? []
          : question.options.map(({ content, correct }) => ({ content, correct })),
        answer: isTyped && accepted.length > 0 ? { accepted } : null,
        source: {
          importId,
          number: question.number,
          text: sourceText(question, quiz.paragraphs),
          paragraphs: question.paragraphs,
        },
        diagnostics: question.diagnostics,
      };
    }),
    media: quiz.media.map(({ base64, ...media }) => ({
      ...media,
      bytes: Buffer.from(base64, 'base64'),
    })),
  };
}
