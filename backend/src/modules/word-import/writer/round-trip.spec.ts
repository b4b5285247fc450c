import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuiz, nastyTexts, pictureBytes } from '../../../../test/docx/any-quiz.js';
import { comparable, importedAgain, written } from '../../../../test/docx/same-quiz.js';
import { textContent, type Inline, type RichContent } from '../../../shared/content.js';
import type { FormQuestion, QuizForm } from './quiz-form.js';

const choice = (stem: RichContent, texts: readonly string[], right = [0]): FormQuestion => ({
  type: right.length > 1 ? 'MULTIPLE_CHOICE' : 'SINGLE_CHOICE',
  stem,
  options: texts.map((text, index) => ({
    content: textContent(text),
    correct: right.includes(index),
    feedback: null,
  })),
  answer: null,
  points: 1,
  explanation: null,
});

const typed = (accepted: string[]): FormQuestion => ({
  ...choice(textContent('Name it.'), []),
  type: 'SHORT_ANSWER',
  answer: { accepted },
});

const quizOf = (...questions: FormQuestion[]): QuizForm => ({
  title: 'Quiz',
  description: '',
  category: null,
  difficulty: null,
  timeLimitSeconds: null,
  questions,
});

const paragraph = (...children: Inline[]): RichContent => [{ type: 'paragraph', children }];

async function expectSame(...questions: FormQuestion[]) {
  const quiz = quizOf(...questions);
  const again = await importedAgain(quiz);
  expect(comparable(again)).toEqual(comparable(quiz));
  return again;
}

describe('a quiz written as a Word document and imported again', () => {
  it.each([
    ['en', 200],
    ['vi', 100],
  ] as const)(
    'is the same quiz, whatever is in it (%s, %i times)',
    async (language, numRuns) => {
      await fc.assert(
        fc.asyncProperty(anyQuiz, async (quiz) => {
          const again = await importedAgain(quiz, language);
          expect(comparable(again)).toEqual(comparable(quiz));
        }),
        { numRuns, seed: 20_260 },
      );
    },
    60_000,
  );

  it.each(nastyTexts)(
    'keeps “%s” as a stem, an option, an answer and an explanation',
    async (text) => {
      const question = choice(textContent(text), [text, 'other'], [1]);
      const explained = { ...question, explanation: textContent(text) };
      await expectSame(explained, typed([text]), question);
    },
  );

  it('keeps a stem that is a whole question in itself', async () => {
    const lines = ['1. Which?', 'A. one', 'B. two', 'Answer: B', 'Points: 7', '2. And?'];
    await expectSame(choice(lines.flatMap(textContent), ['A', 'B', 'C'], [2]));
  });

  it('keeps options that are the letters of others, and options that read the same', async () => {
    await expectSame(choice(textContent('Which letter?'), ['B', 'C', 'A', 'A'], [1]));
  });

  it('keeps more options than there are letters', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => `option ${index}`);
    const again = await expectSame(choice(textContent('Which?'), texts, [0, 25, 26, 59]));
    expect(again.questions[0]?.options[26]?.label).toBe('AA');
  });

  it.each([
    ['True', 'False'],
    ['Sai', 'Đúng'],
    ['Vrai', 'Faux'],
    ['صحيح', 'خطأ'],
    ['a statement', 'its opposite'],
  ])('keeps a question of true or false whose options are “%s” and “%s”', async (...texts) => {
    await expectSame({ ...choice(textContent('Is it?'), texts, [1]), type: 'TRUE_FALSE' });
  });

  it('keeps bold, underlined and struck options without taking them for answers', async () => {
    const looks = (['bold', 'underline', 'strike', 'italic', 'code'] as const).map((mark) => ({
      content: paragraph({ type: 'text', text: mark, marks: [mark] }),
      correct: mark === 'italic',
      feedback: null,
    }));
    await expectSame({ ...choice(textContent('Which?'), []), options: looks });
  });

  it('keeps a formula with the text that stands for it', async () => {
    const root = {
      tag: 'mfrac' as const,
      children: [
        { tag: 'mi' as const, text: 'a' },
        { tag: 'mi' as const, text: 'b' },
      ],
    };
    const stem = paragraph({ type: 'math', text: 'a/b', root }, { type: 'text', text: ' is?' });
    const again = await importedAgain(quizOf(choice(stem, ['one', 'two'])));
    expect(again.questions[0]?.stem).toEqual(stem);
    expect(again.questions[0]?.diagnostics).toEqual([]);
  });

  it('gives a picture without a size the one it has', async () => {
    const [, , media = ''] = pictureBytes.keys();
    const again = await importedAgain(
      quizOf(choice(paragraph({ type: 'image', media }), ['one', 'two'])),
    );
    expect(again.questions[0]?.stem).toEqual(
      paragraph({ type: 'image', media, width: 40, height: 30 }),
    );
  });

  it('has no answer where the quiz has none, and says so', async () => {
    const again = await expectSame(choice(textContent('Which?'), ['one', 'two'], []));
    expect(again.questions[0]?.diagnostics).toMatchObject([{ code: 'KEY_MISSING', questionNo: 1 }]);
  });

  it('gives nothing to complain about when nothing is wrong with it', async () => {
    const again = await expectSame(choice(textContent('Which?'), ['one', 'two']), typed(['x']));
    expect([again.diagnostics, again.questions.flatMap((q) => q.diagnostics)]).toEqual([[], []]);
  });

  it('is the very same file each time', async () => {
    const quiz = quizOf(choice(textContent('Which?'), ['one', 'two']));
    expect((await written(quiz)).equals(await written(quiz))).toBe(true);
  });
});
