import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { safeSvg } from '../../src/modules/word-import/reader/svg.js';
import { sha256Hex } from '../../src/shared/hash.js';
import type { Block, Inline, Mark, Paragraph, RichContent } from '../../src/shared/content.js';
import type { FormQuestion, QuizForm } from '../../src/modules/word-import/writer/quiz-form.js';
import { anyFormula } from './any-math.js';
import { emf, png, smallImages } from './images.js';

/** A drawing as the import writes it anew. */
const drawing = safeSvg(
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h9"/></svg>',
  ),
);
const metafile = emf(2540, 1270);

/** Pictures a random quiz may show, named by the hash of their bytes as the import names them. */
export const pictureBytes = new Map(
  [
    ...[png(8, 6), png(16, 16), png(40, 30), metafile],
    ...Object.values(smallImages),
    ...(drawing ? [drawing.bytes] : []),
  ].map((bytes) => [sha256Hex(bytes), bytes]),
);
const metafileHash = sha256Hex(metafile);

/** Texts that look like something else to whoever reads a quiz by its words. */
export const nastyTexts: readonly string[] = [
  ...['A. M. Turing', '1. step', '12) then', '(3) third', 'Q4. Why?', 'Question 5: what?'],
  ...['Answer: 42', 'Ans: B', 'Đáp án: C', '答案：A', 'Correct answer: A. x  B. y', '(correct)'],
  ...['*', '* star', 'B) second', 'a. first   b. second   c. third', '✓ right', '[x] done', '☑'],
  ...['Points: 3', 'Explanation: because', 'Feedback: good', 'Type: short answer', 'True / False'],
  ...[
    'True',
    'False',
    'Đúng',
    'Sai',
    'ДА',
    'нет',
    '正确错误',
    'I. one\nII. two',
    '# comment',
    '---',
  ],
  ...[
    '  two before',
    'two after  ',
    'non\u00a0breaking',
    'zero\u200bwidth',
    'tab\there',
    '\u202bשלום',
  ],
  ...[
    'مرحبا: الإجابة: ب',
    'x < y && z > "w"',
    "it's",
    '&amp;',
    '<b>bold</b>',
    '\ufeffmark',
    '𝒳 😀',
  ],
  ...[
    'Part II',
    'Chapter 1',
    'Time limit: 5 minutes',
    'Title',
    '+ plus',
    '= equal',
    '? what',
    '…',
    '0',
  ],
];

/** XML has no way to write the others; line breaks are generated as such. */
const unwritable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 4 }) },
  {
    weight: 1,
    arbitrary: fc.fullUnicodeString({ maxLength: 12 }).map((text) => text.replace(unwritable, '')),
  },
);
const anyLine = anyText.map((text) => text.replace(/\s+/gu, ' '));
const anyName = anyLine.map((text) => text.trim()).filter((text) => text !== '');

const lines: readonly Mark[] = ['bold', 'italic', 'underline', 'strike'];
const anyMarks = fc
  .tuple(fc.subarray([...lines]), fc.option(fc.constantFrom<Mark>('sub', 'sup')), fc.boolean())
  .map(([some, vertical, code]): Mark[] => [
    ...some,
    ...(vertical ? [vertical] : []),
    ...(code ? (['code'] as const) : []),
  ]);

const anyImage = fc
  .record({
    // Null: the document that it was imported from had no bytes of it.
    media: fc.constantFrom(...pictureBytes.keys(), null),
    alt: fc.option(
      anyLine.filter((text) => text !== ''),
      { nil: undefined },
    ),
    width: fc.integer({ min: 1, max: 600 }),
    height: fc.integer({ min: 1, max: 600 }),
  })
  .map((image): Inline => ({
    type: 'image',
    ...image,
    ...(image.media === metafileHash && { file: 'EMF' }),
  }));

const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: anyText.map((text): Inline => ({ type: 'text', text })) },
  {
    weight: 3,
    // Word's tabs and breaks carry no marks.
    arbitrary: fc
      .tuple(anyLine, anyMarks)
      .map(([text, marks]): Inline => ({ type: 'text', text, marks })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
  { weight: 1, arbitrary: anyImage },
  {
    weight: 1,
    arbitrary: fc.tuple(anyFormula, fc.boolean()).map(([root, display]): Inline => ({
      type: 'math',
      text: '',
      ...(display && { display }),
      root,
    })),
  },
);

const anyParagraph = fc
  .array(anyInline, { minLength: 1, maxLength: 4 })
  .map((children): Paragraph => ({ type: 'paragraph', children }));
const anyTable = fc
  .array(fc.array(fc.array(anyParagraph, { maxLength: 2 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((rows): Block => ({ type: 'table', rows: rows.map((cells) => ({ cells })) }));
const anyContent: fc.Arbitrary<RichContent> = fc.array(
  fc.oneof({ weight: 5, arbitrary: anyParagraph }, { weight: 1, arbitrary: anyTable }),
  { maxLength: 3 },
);

const anyOption = fc.record({
  content: anyContent,
  feedback: fc.option(anyContent),
});
const points = fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100);
const anyNumber = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0),
);
const common = { stem: anyContent, points, explanation: fc.option(anyContent) };

const choiceQuestion = fc
  .record({
    ...common,
    options: fc.array(fc.tuple(anyOption, fc.boolean()), { maxLength: 6 }),
    type: fc.constantFrom(
      'SINGLE_CHOICE' as const,
      'MULTIPLE_CHOICE' as const,
      'TRUE_FALSE' as const,
    ),
  })
  .map(({ options, type, ...rest }): FormQuestion => {
    const right = options.flatMap(([, correct], index) => (correct ? [index] : []));
    const chosen = new Set(type === 'MULTIPLE_CHOICE' ? right : right.slice(0, 1));
    const all = options.map(([option], index) => ({ ...option, correct: chosen.has(index) }));
    return { ...rest, type, options: all, answer: null };
  });

const typedQuestion = fc
  .record({
    ...common,
    answer: fc.oneof(
      fc
        .array(
          anyText.filter((text) => text.trim() !== ''),
          { minLength: 1, maxLength: 3 },
        )
        .map((accepted) => ({ accepted })),
      fc.record({ value: anyNumber, tolerance: anyNumber.map(Math.abs) }),
    ),
  })
  .map(({ answer, ...rest }): FormQuestion => {
    const type = 'accepted' in answer ? 'SHORT_ANSWER' : 'NUMERIC';
    return { ...rest, type, options: [], answer };
  });

export const anyQuiz: fc.Arbitrary<QuizForm> = fc.record({
  title: anyName,
  description: fc.oneof(
    fc.constant(''),
    anyText.map((text) => text.trim()),
  ),
  category: fc.option(anyName),
  difficulty: fc.option(fc.constantFrom('EASY' as const, 'MEDIUM' as const, 'HARD' as const)),
  timeLimitSeconds: fc.option(fc.integer({ min: 10, max: 86_400 })),
  questions: fc.array(fc.oneof({ weight: 3, arbitrary: choiceQuestion }, typedQuestion), {
    minLength: 1,
    maxLength: 6,
  }),
});
