import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/content.js';
import { readLines } from '../../../../test/docx/read-lines.js';
import { listed, type Line } from '../../../../test/docx/source-text.js';
import { outlineOf } from '../../../../test/docx/quiz-outline.js';

const read = (...lines: Line[]): string[] => outlineOf(readLines(lines));

const reasons = (...lines: Line[]): [string, number | null][] =>
  readLines(lines).diagnostics.map(({ code, paragraph }) => [code, paragraph]);

const options = ['A. Oslo', 'B. Bern', 'C. Rome'];
const asked = '1 single Capital? | A:Oslo | *B:Bern | C:Rome';

describe('a question', () => {
  it.each([
    ['1. Capital?'],
    ['1) Capital?'],
    ['(1) Capital?'],
    ['1、Capital?'],
    ['Q1. Capital?'],
    ['Question 1: Capital?'],
    ['Câu 1: Capital?'],
    ['Вопрос 1. Capital?'],
    ['第1题 Capital?'],
  ])('is recognised by its label: %s', (stem) => {
    expect(read(stem, ...options, 'Answer: B')).toEqual([asked]);
  });

  it('is recognised by a number that only Word shows', () => {
    expect(read(listed('decimal', 1, 'Capital?'), ...options, 'Answer: B')).toEqual([asked]);
  });

  it('may have its text on the line after its number', () => {
    expect(read('Question 1', 'Capital?', ...options, 'Answer: B')).toEqual([asked]);
  });

  it('may announce itself without a number', () => {
    expect(read('Question: Capital?', ...options, 'Answer: B')[0]).toBe(asked.replace('1', '-'));
  });

  it('may be unnumbered: the lines right before its options are its text', () => {
    const lines = ['Capital?', ...options, 'Answer: B', '', 'Largest?', ...options, 'Answer: C'];
    expect(read(...lines)).toEqual([
      '- single Capital? | A:Oslo | *B:Bern | C:Rome',
      '- single Largest? | A:Oslo | B:Bern | *C:Rome',
    ]);
  });

  it('may be one paragraph with soft line breaks', () => {
    expect(read(`Câu 1\nCapital?\n${options.join('\n')}\nĐáp án: B`)).toEqual([asked]);
  });

  it('keeps numbered statements in its text', () => {
    const lines = ['1. Which is true?', '1. Fire is hot.', '2. Ice is hot.', 'A. 1', 'B. 2'];
    expect(read(...lines, 'Answer: A', '2. Capital?', ...options, 'Answer: B')).toEqual([
      '1 single Which is true?\n1. Fire is hot.\n2. Ice is hot. | *A:1 | B:2',
      asked.replace('1', '2'),
    ]);
  });

  it('is not made of a section heading', () => {
    const lines = ['一、单选题', '1、首都？', ...options, '答案：B', '二、多选题'];
    expect(read(...lines)).toEqual(['1 single 首都？ | A:Oslo | *B:Bern | C:Rome']);
    expect(reasons(...lines)).toEqual([
      ['IGNORED_TEXT', 0],
      ['IGNORED_TEXT', 6],
    ]);
    expect(readLines(lines).title).toBeNull();
  });

  it('knows the paragraphs it was read from', () => {
    const quiz = readLines(['Title', '', '1. Capital?', ...options, 'Answer: B']);
    expect(quiz.questions[0]?.paragraphs).toEqual([2, 3, 4, 5, 6]);
    expect(quiz.title).toBe('Title');
  });
});

describe('the options of a question', () => {
  it.each([
    [['A) Oslo', 'B) Bern', 'C) Rome']],
    [['(A) Oslo', '(B) Bern', '(C) Rome']],
    [['A、Oslo', 'B、Bern', 'C、Rome']],
    [['A.Oslo', 'B.Bern', 'C.Rome']],
    [['A. Oslo\tB. Bern\tC. Rome']],
    [['A. Oslo   B. Bern   C. Rome']],
    [['A. Oslo B. Bern', 'C. Rome']],
  ])('are recognised by typed letters: %j', (lines) => {
    expect(read('1. Capital?', ...lines, 'Answer: B')).toEqual([asked]);
  });

  it('may carry letters that only Word shows', () => {
    const lines = ['Oslo', 'Bern', 'Rome'].map((text, index) =>
      listed('upperLetter', index + 1, text),
    );
    expect(read('1. Capital?', ...lines, 'Answer: b')).toEqual([asked]);
  });

  it('may be numbers below a numbered question of another form', () => {
    const lines = ['Q1. Capital?', '1. Oslo', '2. Bern', 'Correct Answer : 2', 'Your Answer : 1'];
    expect(read(...lines, 'Q2. Largest?', '1. Rome', '2. Bern', 'Correct Answer : 1')).toEqual([
      '1 single Capital? | 1:Oslo | *2:Bern',
      '2 single Largest? | *1:Rome | 2:Bern',
    ]);
  });

  it('may begin on the line of the text', () => {
    expect(read('Câu 1: Capital? A. Oslo', 'B. Bern', 'C. Rome', 'Đáp án: B')).toEqual([asked]);
  });

  it('may go on over several lines', () => {
    const lines = ['1. Which?', 'A. if (x)', 'return 1', 'B. else', 'Answer: A'];
    expect(read(...lines)).toEqual(['1 single Which? | *A:if (x)\nreturn 1 | B:else']);
  });

  it('keep signs that belong to them', () => {
    const lines = ['+3', '-5', '* 2'].map((text, index) => listed('lowerLetter', index + 1, text));
    expect(read('1. Sum?', ...lines, 'Ans: B')).toEqual([
      '1 single Sum? | a:+3 | *b:-5 | c:2 | KEY_CONFLICT'.replace('*b', 'b'),
    ]);
  });

  it('are two words on one line in a true/false question', () => {
    expect(read('1、天空是蓝色的。', [{ text: '正确', colour: 'ff0000' }, '错误'])).toEqual([
      '1 true 天空是蓝色的。 | *:正确 | :错误',
    ]);
  });

  it('are added when the answer line of a question without any says true or false', () => {
    expect(read('Q1. Fire is cold.', 'Correct Answer : F')).toEqual([
      '1 true Fire is cold. | :True | *:False',
    ]);
  });
});

describe('other conventions', () => {
  it('take ? or * for questions, + for right and = for wrong options', () => {
    const lines = ['?Capital?', '=Oslo', '+Bern\n=Rome', '* Largest?', '+ Rome', '= Bern'];
    expect(read(...lines)).toEqual([
      '- single Capital? | :Oslo | *:Bern | :Rome',
      '- single Largest? | *:Rome | :Bern',
    ]);
  });

  it('explain each option in turn', () => {
    const lines = [
      '1. Capital?',
      'A. Oslo',
      'Feedback: no',
      '*B. Bern',
      'Feedback: yes',
      'C. Rome',
    ];
    expect(read(...lines)).toEqual([asked]);
  });

  it('give points on a line of their own', () => {
    const quiz = readLines(['1. Capital?', ...options, 'Points: 2,5', 'Answer: B']);
    expect(quiz.questions[0]?.points).toBe(2.5);
  });

  it('explain the answer after it', () => {
    const quiz = readLines(['1. Capital?', ...options, '(B) - It is in Switzerland.']);
    expect(plainText(quiz.questions[0]?.explanation ?? [])).toBe('It is in Switzerland.');
    expect(quiz.questions[0]?.options[1]?.correct).toBe(true);
  });
});

describe('what is not part of a question', () => {
  it('is reported, paragraph by paragraph', () => {
    const lines = ['1. Capital?', ...options, 'Answer: B', 'Stray words', 'Key: Z'];
    expect(reasons(...lines)).toContainEqual(['UNCONSUMED_TEXT', 5]);
  });

  it('never vanishes: every paragraph with text is used, left out for a reason, or reported', () => {
    const lines: Line[] = [
      ...['Title', 'Name: ____', '1. Capital?', ...options, 'Answer: B', 'Explanation: because'],
      ...['Difficulty: hard', 'Some passage', 'Part II', '2. Essay without options', '3. Capital?'],
      ...[...options, '# comment', '4. Answer: C', 'The end'],
    ];
    const quiz = readLines(lines);
    const told = new Set([
      ...quiz.questions.flatMap(({ paragraphs }) => paragraphs),
      ...quiz.diagnostics.map(({ paragraph }) => paragraph),
      0,
    ]);
    expect(quiz.title).toBe('Title');
    expect(lines.map((_, index) => index).filter((index) => !told.has(index))).toEqual([]);
  });

  it('trusts no answer line where answers seem to stand before their questions', () => {
    const one = '1 single Capital? | A:Oslo | B:Bern | C:Rome';
    expect(
      read('Answer: A', '1. Capital?', ...options, 'Answer: B', '2. Capital?', ...options),
    ).toEqual([`${one} | KEY_MISSING | KEY_AMBIGUOUS`, `${one.replace('1', '2')} | KEY_MISSING`]);
    expect(read('Answer: A', '1. Capital?', ...options, 'Answer: B')).toEqual([asked]);
  });

  it('takes no letter or number for text to type where lines for it to name stand above', () => {
    const lost = ['1. Capital?', 'Oslo', 'Bern', 'Rome'];
    expect(read(...lost, 'Answer: B')).toEqual([
      '1 single Capital?\nOslo\nBern\nRome | KEY_OUT_OF_RANGE',
    ]);
    expect(read('1. Capital?', '1. Oslo', '2. Bern', 'Answer: 2')).toEqual([
      '1 single Capital?\n1. Oslo\n2. Bern | KEY_OUT_OF_RANGE',
    ]);
    expect(read('1. The symbol of carbon?', 'Answer: C')).toEqual([
      '1 short The symbol of carbon? | =C',
    ]);
  });

  it('leaves hidden text out and says so', () => {
    const hidden: Line = ['Answer: B', { text: 'secret', hidden: true }];
    expect(read('1. Capital?', ...options, hidden)).toEqual([asked]);
    expect(reasons('1. Capital?', ...options, hidden)).toEqual([['HIDDEN_TEXT', 4]]);
  });

  it.each([
    [['Dear parents,', 'the school trip is on 1. May.', 'Yours']],
    [['1. Introduction', 'Some text.', '2. Method', 'More text.']],
    [['Q1. What is a servlet?', 'Q2. Explain JSP.']],
    [['1. Look at the picture.', 'a. Who eats grass?', 'b. Who eats whom?']],
    [['']],
  ])('makes no quiz of a document that is none: %j', (lines) => {
    const quiz = readLines(lines);
    expect(quiz.questions).toEqual([]);
    expect(quiz.diagnostics.map(({ code }) => code)).toEqual(['NOT_A_QUIZ']);
  });
});
