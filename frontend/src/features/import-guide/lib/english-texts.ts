import type { GuideTexts } from './guide-texts.ts';

export const englishTexts: GuideTexts = {
  title: 'What the Word import reads',
  lead: 'Write your quizzes the way you are used to. These are the forms that are recognised; whatever is doubtful is shown to you beside its source, and no right answer is ever guessed.',
  back: 'Import from Word',
  contents: 'On this page',
  sample: 'Download a sample',
  recommended: {
    id: 'recommended',
    title: 'The recommended form',
    text: 'The surest way: a number for each question, a letter for each option, and a line that says which one is right.',
    points: [
      'Let Word number the questions and letter the options. The sample brings two styles that do it by themselves: “QuizMaster Question” and “QuizMaster Option”.',
      'In these styles nothing can be mistaken: a question may contain numbered steps, and an option may begin with a star.',
      'Every quiz can be downloaded from its page in this form, changed in Word and imported again.',
    ],
  },
  sections: [
    {
      id: 'questions',
      title: 'Questions',
      text: 'Any of these ways, as long as a document keeps to one of them.',
      figures: [
        {
          id: 'typedNumbers',
          title: 'Typed numbers',
          text: '1. or 1) or (1) before the question.',
        },
        {
          id: 'wordLists',
          title: 'Word’s own lists',
          text: 'Numbers are counted as Word shows them, with every restart and level.',
        },
        {
          id: 'numberWords',
          title: 'A word and a number',
          text: 'Question 1, Q1, Câu 1, Вопрос 1 and the like, in many languages.',
        },
        {
          id: 'unnumbered',
          title: 'No numbers',
          text: 'The text before lettered options is their question.',
        },
        {
          id: 'questionTables',
          title: 'A table for each question',
          text: 'Its rows are read in order.',
        },
        {
          id: 'rowPerQuestion',
          title: 'A row for each question',
          text: 'The first row says what the columns hold.',
        },
      ],
    },
    {
      id: 'options',
      title: 'Options',
      text: 'Each on its own line, or several on one.',
      figures: [
        { id: 'letters', title: 'Letters', text: 'A. or a) or (A), also in other alphabets.' },
        {
          id: 'bullets',
          title: 'Bullets',
          text: 'Here the right one is bold, as in the whole document.',
        },
        { id: 'sameLine', title: 'On one line', text: 'With tabs or wide spaces between them.' },
        { id: 'stemLine', title: 'After the question', text: 'On the very same line.' },
        { id: 'checkBoxes', title: 'Check boxes', text: 'The ticked ones are right.' },
        {
          id: 'optionNumbers',
          title: 'Numbers',
          text: 'When the questions are numbered in another way.',
        },
      ],
    },
    {
      id: 'answers',
      title: 'Right answers',
      text: 'Say it once for each question. Where two signs disagree, none is chosen and you are asked.',
      figures: [
        {
          id: 'answerLine',
          title: 'An answer line',
          text: 'Answer, Key, Đáp án, 答案, Ответ and many more; with a letter, a number or the whole text.',
        },
        { id: 'marks', title: 'A star or tick', text: 'Right before the letter or the text.' },
        {
          id: 'looks',
          title: 'Highlight, bold, underline or colour',
          text: 'On the whole text of the right option, the same way in the whole document. Students never see it.',
        },
        {
          id: 'keyList',
          title: 'A list of answers',
          text: 'At the end, with a number for each question.',
        },
        {
          id: 'keyTable',
          title: 'A table of answers',
          text: 'Numbers and letters in rows or in columns.',
        },
        {
          id: 'several',
          title: 'More than one right answer',
          text: 'Makes it a question with several choices.',
        },
      ],
    },
    {
      id: 'kinds',
      title: 'Other kinds of questions',
      text: 'They need no lettered options.',
      figures: [
        { id: 'trueFalse', title: 'True or false', text: 'In many languages.' },
        { id: 'shortAnswer', title: 'Short answer', text: 'What students must type.' },
        { id: 'number', title: 'A number', text: 'With how far off it may be.' },
      ],
    },
  ],
  content: {
    title: 'What is kept',
    points: [
      'Pictures (PNG, JPEG, GIF, WebP), tables, formulas, program code, superscripts and subscripts.',
      'Points, explanations, the title of the document; in the recommended form also feedback for each option, category, difficulty and time limit.',
      'Statements numbered inside a question stay in its text.',
    ],
  },
  reports: {
    title: 'When something is doubtful',
    points: [
      'A question without a certain answer is marked and holds back only itself.',
      'Text that belongs to no question is listed, never dropped in silence.',
      'Old .doc files and files with a password cannot be read: save them as .docx without one.',
    ],
  },
};
