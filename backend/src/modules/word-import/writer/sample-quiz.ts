import { Buffer } from 'node:buffer';
import { textContent, type Inline, type RichContent } from '../../../shared/content.js';
import type { FormLanguage } from '../domain/form/form-words.js';
import type { FormQuestion, QuizForm } from './quiz-form.js';
import { sampleTexts, type SampleTexts } from './sample-texts.js';
import type { FormPictures } from './write-quiz.js';

/** Three bars of 3, 5 and 2 units: 240 × 150 pixels, drawn for this sample. */
const barChart = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAPAAAACWBAMAAAAS1hjmAAAAD1BMVEX///9aYHAqP7ASZj2uIxxpzpc0AAAAjklE',
    'QVR42u3bQQ2AMBREwVrAAhawgH9NCNhwIClbSOYZmPSf9tIxJOnXba93By97MRgMBoPBYPBnN9cRlTZXwqVTg8Fg',
    'MBgMBk+EbS4wGAwGg8Hg4ubao9LmSrh0ajAYDAaDweAaPGVznVFpcyVcOjUYDAaDwWDwI9jmAoPBYDAYDC5urva/',
    'xVWwJElSpQueyeUV4CkY8wAAAABJRU5ErkJggg==',
  ].join(''),
  'base64',
);
const chart = { media: 'bar-chart', mime: 'image/png', width: 240, height: 150 };

const plain = { points: 1, explanation: null, answer: null };

/** Options as texts; a star before a text marks it as right. */
function optionsOf(texts: readonly string[]): FormQuestion['options'] {
  return texts.map((text) => ({
    content: textContent(text.replace(/^\*/, '')),
    correct: text.startsWith('*'),
    feedback: null,
  }));
}

const paragraph = (...children: Inline[]): RichContent => [{ type: 'paragraph', children }];

function tableQuestion({ table }: SampleTexts): FormQuestion {
  const rows = table.rows.map((cells) => ({ cells: cells.map(cellOf) }));
  const stem: RichContent = [...textContent(table.stem), { type: 'table', rows }];
  return { ...plain, type: 'SINGLE_CHOICE', stem, options: optionsOf(table.options) };
}

const cellOf = (text: string) => [
  { type: 'paragraph' as const, children: [{ type: 'text' as const, text }] },
];

function pictureQuestion({ picture }: SampleTexts): FormQuestion {
  const image: Inline = { type: 'image', media: chart.media, alt: picture.alt };
  const stem = [...textContent(picture.stem), ...paragraph({ ...image, width: 240, height: 150 })];
  return { ...plain, type: 'SINGLE_CHOICE', stem, options: optionsOf(picture.options) };
}

/** x² = 9 */
const equation: Inline = {
  type: 'math',
  text: 'x^2=9',
  root: {
    tag: 'mrow',
    children: [
      {
        tag: 'msup',
        children: [
          { tag: 'mi', text: 'x' },
          { tag: 'mn', text: '2' },
        ],
      },
      { tag: 'mo', text: '=' },
      { tag: 'mn', text: '9' },
    ],
  },
};

function formulaQuestion({ formula }: SampleTexts): FormQuestion {
  const [before, after] = formula.stem;
  const stem = paragraph({ type: 'text', text: before }, equation, { type: 'text', text: after });
  return {
    ...plain,
    type: 'MULTIPLE_CHOICE',
    stem,
    points: 2,
    options: optionsOf(formula.options),
  };
}

function codeQuestion({ code }: SampleTexts): FormQuestion {
  const program: Inline = { type: 'text', text: 'print(7 // 2)', marks: ['code'] };
  const stem = [...textContent(code.stem), ...paragraph(program)];
  return { ...plain, type: 'SHORT_ANSWER', stem, options: [], answer: { accepted: code.accepted } };
}

function questionsOf(texts: SampleTexts): FormQuestion[] {
  const { single, multiple, trueFalse, number } = texts;
  const explained = optionsOf(single.options).map((option, index) => ({
    ...option,
    feedback: textContent(single.feedback[index] ?? ''),
  }));
  return [
    {
      ...plain,
      type: 'SINGLE_CHOICE',
      stem: textContent(single.stem),
      options: explained,
      explanation: textContent(single.explanation),
    },
    {
      ...plain,
      type: 'MULTIPLE_CHOICE',
      stem: textContent(multiple.stem),
      points: 2,
      options: optionsOf(multiple.options),
    },
    {
      ...plain,
      type: 'TRUE_FALSE',
      stem: textContent(trueFalse.stem),
      options: optionsOf(trueFalse.options),
      explanation: textContent(trueFalse.explanation),
    },
    codeQuestion(texts),
    {
      ...plain,
      type: 'NUMERIC',
      stem: textContent(number.stem),
      points: 1.5,
      options: [],
      answer: { value: 9.81, tolerance: 0.02 },
    },
    pictureQuestion(texts),
    tableQuestion(texts),
    formulaQuestion(texts),
  ];
}

/** A small quiz that shows every kind of question in the recommended form. */
export function sampleQuiz(language: FormLanguage): { quiz: QuizForm; pictures: FormPictures } {
  const texts = sampleTexts[language];
  const quiz: QuizForm = {
    title: texts.title,
    description: texts.description,
    // None is sure to exist where the sample is imported.
    category: null,
    difficulty: 'EASY',
    timeLimitSeconds: 900,
    questions: questionsOf(texts),
  };
  return { quiz, pictures: { pictures: [chart], load: () => Promise.resolve(barChart) } };
}
