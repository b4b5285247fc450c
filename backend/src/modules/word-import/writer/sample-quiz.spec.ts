import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { comparable } from '../../../../test/docx/same-quiz.js';
import { parseQuiz } from '../domain/parse-quiz.js';
import type { DocumentParagraph } from '../domain/source-document.js';
import { parseDocx } from '../parser/parse-docx.js';
import { readDocx } from '../reader/read-docx.js';
import { sampleQuiz } from './sample-quiz.js';
import { writeQuiz } from './write-quiz.js';

async function sampleBytes(language: 'en' | 'vi'): Promise<Buffer> {
  const { quiz, pictures } = sampleQuiz(language);
  const chunks: Buffer[] = [];
  for await (const chunk of writeQuiz(quiz, language, pictures)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** As other programs leave a document: numbers, letters and words, but no styles of ours. */
const withoutStyles = (paragraphs: DocumentParagraph[]): DocumentParagraph[] =>
  paragraphs.map((paragraph) => ({
    ...paragraph,
    styleName: paragraph.styleName.startsWith('quizmaster') ? 'normal' : paragraph.styleName,
  }));

describe.each(['en', 'vi'] as const)('the sample (%s)', (language) => {
  it('has a question of every type', () => {
    const types = new Set(sampleQuiz(language).quiz.questions.map(({ type }) => type));
    expect([...types].toSorted()).toEqual([
      'MULTIPLE_CHOICE',
      'NUMERIC',
      'SHORT_ANSWER',
      'SINGLE_CHOICE',
      'TRUE_FALSE',
    ]);
  });

  it('is imported as what it shows, without an error or a warning', async () => {
    const quiz = await parseDocx(await sampleBytes(language));
    const { quiz: sample } = sampleQuiz(language);
    const bars = quiz.media[0]?.sha256 ?? '';
    const expected = JSON.stringify(comparable(sample)).replaceAll('bar-chart', bars);
    expect(comparable(quiz)).toEqual(JSON.parse(expected));
    expect([...quiz.diagnostics, ...quiz.questions.flatMap((q) => q.diagnostics)]).toEqual([]);
  });

  it('has the same choices and right answers for those who lose its styles', async () => {
    const document = await readDocx(await sampleBytes(language));
    const bare = parseQuiz({ ...document, paragraphs: withoutStyles(document.paragraphs) });
    const { questions } = sampleQuiz(language).quiz;
    expect(bare.questions).toHaveLength(questions.length);
    questions.forEach(({ type, options }, index) => {
      if (options.length === 0) return;
      const read = bare.questions[index];
      expect([read?.type, read?.options.map(({ correct }) => correct)]).toEqual([
        type,
        options.map(({ correct }) => correct),
      ]);
    });
  });
});
