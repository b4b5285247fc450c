import { inner, innerItem, item, line, row, type Excerpt } from './excerpt.ts';

/** The forms that the page shows, in the order it shows them. */
export const excerptIds = [
  'recommended',
  'typedNumbers',
  'wordLists',
  'numberWords',
  'unnumbered',
  'questionTables',
  'rowPerQuestion',
  'letters',
  'sameLine',
  'stemLine',
  'checkBoxes',
  'optionNumbers',
  'answerLine',
  'marks',
  'looks',
  'keyList',
  'keyTable',
  'several',
  'trueFalse',
  'shortAnswer',
  'number',
] as const;
export type ExcerptId = (typeof excerptIds)[number];

export const englishExcerpts: Readonly<Record<ExcerptId, Excerpt>> = {
  recommended: {
    lines: [
      item('1.', 'Which planet is closest to the Sun?'),
      innerItem('A.', 'Venus'),
      innerItem('B.', 'Mercury'),
      innerItem('C.', 'Mars'),
      line(['Answer:', 'bold'], ' B'),
      line(['Points:', 'bold'], ' 2'),
      line(['Explanation:', 'bold'], ' Mercury goes round the Sun in 88 days.'),
    ],
    reads: [['B']],
  },
  typedNumbers: {
    lines: [
      line('1) What is the capital of Peru?'),
      line('a) Quito'),
      line('b) Lima'),
      line('Answer: b'),
      line('2) What is the capital of Kenya?'),
      line('a) Nairobi'),
      line('b) Kampala'),
      line('Answer: a'),
    ],
    reads: [['b'], ['a']],
  },
  wordLists: {
    lines: [
      item('1.', 'Which metal is liquid at room temperature?'),
      innerItem('a.', 'Iron'),
      innerItem('b.', 'Mercury'),
      line('Ans: b'),
    ],
    reads: [['b']],
  },
  numberWords: {
    lines: [
      line(['Question 1:', 'bold'], ' How many legs has a spider?'),
      line('A. Six'),
      line('B. Eight'),
      line('Answer: B'),
      line(['Question 2:', 'bold'], ' How many has an ant?'),
      line('A. Six'),
      line('B. Eight'),
      line('Answer: A'),
    ],
    reads: [['B'], ['A']],
  },
  unnumbered: {
    lines: [
      line('Who wrote Hamlet?'),
      line('A. Marlowe'),
      line('B. Shakespeare'),
      line('Answer: B'),
      line(''),
      line('Who painted the Mona Lisa?'),
      line('A. Leonardo'),
      line('B. Raphael'),
      line('Answer: A'),
    ],
    reads: [['B'], ['A']],
  },
  questionTables: {
    lines: [
      row('1. Which gas do plants take in?'),
      row('A. Oxygen'),
      row('B. Carbon dioxide'),
      row('Answer: B'),
    ],
    reads: [['B']],
  },
  rowPerQuestion: {
    lines: [
      row('No.', 'Question', 'A', 'B', 'C', 'Answer'),
      row('1', 'What is 3 × 4?', '7', '12', '34', 'B'),
      row('2', 'What is 10 − 4?', '6', '5', '14', 'A'),
    ],
    reads: [['B'], ['A']],
  },
  letters: {
    lines: [
      line('1. Which is a prime number?'),
      line('(A) 9'),
      line('(B) 11'),
      line('(C) 15'),
      line('Answer: B'),
    ],
    reads: [['B']],
  },
  sameLine: {
    lines: [
      line('1. Which animal lays eggs?'),
      line('A. Cow      B. Hen      C. Horse      D. Cat'),
      line('Answer: B'),
    ],
    reads: [['B']],
  },
  stemLine: {
    lines: [line('1. Which is a fruit?   A. Carrot   B. Apple   C. Leek'), line('Answer: B')],
    reads: [['B']],
  },
  checkBoxes: {
    lines: [line('1. Which of these float?'), line('☑ Cork'), line('☐ Stone'), line('☑ Ice')],
    reads: [['Cork', 'Ice']],
  },
  optionNumbers: {
    lines: [
      line('Q1. Which keyword ends a loop?'),
      inner('1. stop'),
      inner('2. break'),
      inner('3. end'),
      line('Correct answer: 2'),
      line('Q2. Which keyword starts one?'),
      inner('1. for'),
      inner('2. go'),
      inner('3. run'),
      line('Correct answer: 1'),
    ],
    reads: [['2'], ['1']],
  },
  answerLine: {
    lines: [
      line('1. Which colour has the sky on a clear day?'),
      line('A. Blue'),
      line('B. Green'),
      line('Answer: A'),
    ],
    reads: [['A']],
  },
  marks: {
    lines: [
      line('1. Which is the largest ocean?'),
      line('A. Atlantic'),
      line('*B. Pacific'),
      line('C. Indian'),
      line('2. Which is the largest desert?'),
      line('*A. Sahara'),
      line('B. Gobi'),
      line('C. Kalahari'),
    ],
    reads: [['B'], ['A']],
  },
  looks: {
    lines: [
      line('1. Which shape has three sides?'),
      line('A. Square'),
      line('B. ', ['Triangle', 'highlight']),
      line('C. Circle'),
      line('2. Which has four?'),
      line('A. ', ['Square', 'highlight']),
      line('B. Triangle'),
      line('C. Circle'),
    ],
    reads: [['B'], ['A']],
  },
  keyList: {
    lines: [
      line('1. What is 2 + 2?'),
      line('A. 3'),
      line('B. 4'),
      line('2. What is 5 − 1?'),
      line('A. 4'),
      line('B. 6'),
      line(['Answers:', 'bold']),
      line('1. B'),
      line('2. A'),
    ],
    reads: [['B'], ['A']],
  },
  keyTable: {
    lines: [
      line('1. What is 2 × 2?'),
      line('A. 2'),
      line('B. 4'),
      line('2. What is 9 : 3?'),
      line('A. 3'),
      line('B. 6'),
      line(['Answers', 'bold']),
      row('1', '2'),
      row('B', 'A'),
    ],
    reads: [['B'], ['A']],
  },
  several: {
    lines: [
      line('1. Which of these are planets?'),
      line('A. Moon'),
      line('B. Venus'),
      line('C. Saturn'),
      line('Answers: B, C'),
    ],
    reads: [['B', 'C']],
  },
  trueFalse: {
    lines: [line('1. The Earth is flat.'), line('True / False'), line('Answer: False')],
    reads: [['False']],
  },
  shortAnswer: {
    lines: [line('1. What is the capital of France?'), line('Answer: Paris')],
    reads: [['Paris']],
  },
  number: {
    lines: [line('1. What is the value of π to two decimals?'), line('Answer: 3.14 ± 0.01')],
    reads: [['3.14 ± 0.01']],
  },
};
