import type { ParsedQuiz } from '../../src/modules/word-import/domain/parsed-quiz.js';
import { plainText } from '../../src/shared/content.js';

/** A quiz on a few lines: `1 single What? | a:No | *b:Yes`, then the codes of its errors. */
export function outlineOf({ questions }: ParsedQuiz): string[] {
  return questions.map((question) => {
    const options = question.options.map(
      ({ label, content, correct }) => `${correct ? '*' : ''}${label}:${plainText(content)}`,
    );
    const errors = question.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    const head = `${question.number ?? '-'} ${question.type.split('_')[0]?.toLowerCase() ?? ''}`;
    const typed = question.answer ? [`=${Object.values(question.answer).join('|')}`] : [];
    return [`${head} ${plainText(question.stem)}`, ...options, ...typed, ...errors].join(' | ');
  });
}
