import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../../test/docx/read-lines.js';
import { listed, tableOf, type Line } from '../../../../../test/docx/source-text.js';
import { plainText } from '../../../../shared/content.js';
import type { ImportChoices } from '../../../../shared/import-choices.js';

/** Questions on a line each: `1 Capital? | Oslo | *Bern`, then the codes of what is wrong with it. */
function read(lines: Line[], choices: ImportChoices = {}): string[] {
  return readLines(lines, choices).questions.map((question) => {
    const options = question.options.map(
      ({ content, correct }) => `${correct ? '*' : ''}${plainText(content)}`,
    );
    const codes = question.diagnostics.map(({ code }) => code);
    return [`${question.number ?? '-'} ${plainText(question.stem)}`, ...options, ...codes].join(
      ' | ',
    );
  });
}

const rest = (lines: Line[]): string[] =>
  readLines(lines).diagnostics.map(({ code, note }) => `${code} ${note ?? ''}`.trim());

const capitals = [
  ['1', 'Capital of Norway?', 'Oslo', 'Bern', 'Rome'],
  ['2', 'Capital of Italy?', 'Rome', 'Oslo', 'Bern'],
  ['3', 'Capital of Latvia?', 'Riga', 'Oslo', 'Rome'],
];
const firstRight = [
  '1 Capital of Norway? | *Oslo | Bern | Rome',
  '2 Capital of Italy? | *Rome | Oslo | Bern',
  '3 Capital of Latvia? | *Riga | Oslo | Rome',
];
const unmarked = firstRight.map((line) => line.replaceAll('*', '') + ' | KEY_MISSING');

describe('a table with a question in each row', () => {
  it.each([
    [['№', 'Savol', 'To’g’ri javob', 'Qo’shimcha javob', 'Qo’shimcha javob']],
    [['No.', 'Question', 'Correct answer', 'Distractor 1', 'Distractor 2']],
    [['№', 'Вопрос', 'Правильный ответ', 'Неправильный ответ', 'Неправильный ответ']],
    [['STT', 'Câu hỏi', 'Đáp án đúng', 'Phương án nhiễu', 'Phương án nhiễu']],
    [['#', 'Question', 'Correct answer', 'Answer', 'Answer']],
  ])('has its right options in the column that is headed so: %j', (headings) => {
    expect(read(tableOf(0, headings, ...capitals))).toEqual(firstRight);
  });

  it('takes numbers that only Word shows, and leaves out rows without a question', () => {
    const numbered = capitals.map((row, at) => [listed('decimal', at + 1), ...row.slice(1)]);
    const empty = [listed('decimal', 4), '', '', '', ''];
    const headings = ['№', 'Question', 'Right answer', 'Wrong answer', 'Wrong answer'];
    const lines = tableOf(0, headings, ...numbered, empty);
    expect(read(lines)).toEqual(firstRight);
    expect(rest(lines)).toEqual([
      ...headings.map(() => 'IGNORED_TEXT TABLE_HEADING'),
      'IGNORED_TEXT TABLE_ROW_EMPTY',
    ]);
  });

  it.each([
    ['a letter', ['A', 'A', 'A'], ['Option A', 'Option B', 'Option C']],
    ['a letter, the columns being headed alike', ['A', 'a)', 'A.'], ['Option', 'Option', 'Option']],
    ['a number', ['1', '1', '1'], ['Variant 1', 'Variant 2', 'Variant 3']],
    ['its text', ['Oslo', 'rome', 'Riga'], ['A', 'B', 'C']],
  ])('may name the right option by %s', (_, answers, options) => {
    const rows = capitals.map((row, at) => [...row, answers[at] ?? '']);
    expect(read(tableOf(0, ['No', 'Question', ...options, 'Answer'], ...rows))).toEqual(firstRight);
  });

  it('may head all options at once', () => {
    const top = ['No', 'Question', 'Options', null, null, 'Answer'];
    const below = ['', '', 'A', 'B', 'C', ''];
    const rows = capitals.map((row) => [...row, 'A']);
    expect(read(tableOf(0, top, below, ...rows))).toEqual(firstRight);
  });

  it('may name what answers nothing, and says so', () => {
    const rows = capitals.map((row, at) => [...row, at === 1 ? 'E' : 'A']);
    const [first = '', , third = ''] = firstRight;
    expect(read(tableOf(0, ['No', 'Question', 'A', 'B', 'C', 'Key'], ...rows))).toEqual([
      first,
      '2 Capital of Italy? | Rome | Oslo | Bern | KEY_OUT_OF_RANGE',
      third,
    ]);
  });

  it('takes a number for an answer and for its place only where both are the same', () => {
    const headings = ['No', 'Question', 'Option', 'Option', 'Option', 'Answer'];
    const rows = [
      ['1', '1 + 1 =', '3', '2', '4', '2'],
      ['2', '2 + 1 =', '3', '2', '1', '3'],
    ];
    expect(read(tableOf(0, headings, ...rows))).toEqual([
      '1 1 + 1 = | 3 | *2 | 4',
      '2 2 + 1 = | 3 | 2 | 1 | KEY_AMBIGUOUS',
    ]);
    const told = ['3', '9 + 1 =', '12', '11', '10', '10'];
    expect(read(tableOf(0, headings, ...rows, told))).toEqual([
      '1 1 + 1 = | 3 | *2 | 4',
      '2 2 + 1 = | *3 | 2 | 1',
      '3 9 + 1 = | 12 | 11 | *10',
    ]);
  });

  it('does not take its last number for the right one when it names neither an answer nor its place', () => {
    const rows = [
      ['1', '1 + 1 =', '3', '4', '5', '2'],
      ['2', '2 + 1 =', '4', '5', '6', '3'],
    ];
    const lines = tableOf(0, ['No', 'Question', 'Option', 'Option', 'Option', 'Answer'], ...rows);
    expect(read(lines)).toEqual([
      '1 1 + 1 = | 3 | 4 | 5 | KEY_MISSING',
      '2 2 + 1 = | 4 | 5 | 6 | KEY_MISSING',
    ]);
    expect(read(lines, { correctColumn: 5 })[0]).toBe('1 1 + 1 = | 3 | 4 | 5 | *2');
  });

  it('tells no right answer by itself, and a teacher can say which column does', () => {
    const lines = tableOf(0, ['No', 'Question', 'A', 'B', 'C'], ...capitals);
    expect(read(lines)).toEqual(unmarked);
    const [question] = readLines(lines).questions;
    expect(question?.diagnostics[0]?.suggestedFix).toEqual({ correctColumn: 2 });
    expect(read(lines, { correctColumn: 2 })).toEqual(firstRight);
  });

  it('needs no headings where a letter ends each row', () => {
    expect(read(tableOf(0, ...capitals.map((row) => [...row, 'A'])))).toEqual(firstRight);
    expect(read(tableOf(0, ...capitals))).toEqual(unmarked);
  });

  it('keeps options of several paragraphs, points and explanations', () => {
    const row = [
      '1',
      'Which?',
      { paragraphs: ['int x;', '1. return x;'] },
      'none',
      'B',
      '2',
      'Because.',
    ];
    const headings = ['No', 'Question', 'A', 'B', 'Answer', 'Points', 'Explanation'];
    const lines = tableOf(0, headings, row, ['2', 'Who?', 'I', 'you', 'A', '1', '']);
    expect(read(lines)).toEqual(['1 Which? | int x;\n1. return x; | *none', '2 Who? | *I | you']);
    const [question] = readLines(lines).questions;
    expect(question?.points).toBe(2);
    expect(plainText(question?.explanation ?? [])).toBe('Because.');
  });

  it('may hold all options of a question in one cell', () => {
    const rows = [
      ['1', 'Which?', { paragraphs: ['one', 'two', 'three'] }, 'B'],
      ['2', 'Who?', 'A. I\nB. you', 'A'],
    ];
    expect(read(tableOf(0, ['No', 'Question', 'Options', 'Answer'], ...rows))).toEqual([
      '1 Which? | one | *two | three',
      '2 Who? | *I | you',
    ]);
  });

  it('may hold an option in each row, the right one being ticked', () => {
    const rows = [
      ['1', 'Which?', 'one', ''],
      ['', '', 'two', 'x'],
      ['2', 'Who?', 'I', '✓'],
      ['', '', 'you', ''],
    ];
    expect(read(tableOf(0, ['No', 'Question', 'Option', 'Correct'], ...rows))).toEqual([
      '1 Which? | one | *two',
      '2 Who? | *I | you',
    ]);
  });

  it('is not made of a table of facts', () => {
    const years = [
      ['No', 'Years', 'Rector', 'Office'],
      ['1', '2004', 'N. Berg', 'Dean'],
      ['2', '2009', 'T. Dahl', 'Dean'],
      ['3', '2014', 'E. Lund', 'Rector'],
    ];
    expect(rest(tableOf(0, ...years))).toEqual(['NOT_A_QUIZ']);
    expect(rest(tableOf(0, ...years.slice(1)))).toEqual(['NOT_A_QUIZ']);
  });
});

const two = (...keys: Line[]): string[] =>
  read(['1. Which?', 'A. one', 'B. two', '2. Who?', 'A. I', 'B. you', ...keys]);
const answered = ['1 Which? | one | *two', '2 Who? | *I | you'];
const open = ['1 Which? | one | two | KEY_MISSING', '2 Who? | I | you | KEY_MISSING'];

describe('a table of answers', () => {
  it.each<[string, Line[]]>([
    ['numbers above letters', tableOf(0, ['1', '2'], ['B', 'A'])],
    ['numbers beside letters', tableOf(0, ['1', 'B'], ['2', 'A'])],
    ['several bands', tableOf(0, ['1'], ['B'], ['2'], ['A'])],
    ['headings before rows', tableOf(0, ['Câu', '1', '2'], ['Đáp án', 'B', 'A'])],
    ['headings above columns', tableOf(0, ['Question', 'Answer'], ['1', 'B'], ['2', 'A'])],
    ['answers in words', tableOf(0, ['No', 'Answer'], ['1', 'two'], ['2', 'I'])],
    ['pairs', tableOf(0, ['1-B', '2. A'])],
    ['pairs in one cell', tableOf(0, ['1. B   2. A'])],
    [
      'numbers that only Word shows',
      tableOf(0, [listed('decimal', 1, 'B'), listed('decimal', 2, 'A')]),
    ],
    [
      'columns of numbers and letters side by side',
      tableOf(0, ['1', 'B', '2', 'A'], ['', '', '', '']),
    ],
    ['crosses below letters', tableOf(0, ['No', 'A', 'B'], ['1', '', 'x'], ['2', 'x', ''])],
    ['numbers in any order', tableOf(0, ['2-A', '1-B'])],
  ])('gives each question its answer: %s', (_, keys) => {
    expect(two('ANSWER KEY', ...keys)).toEqual(answered);
  });

  it('has a title that is no text of the quiz', () => {
    const lines = ['1. Which?', 'A. one', 'B. two', '2. Who?', 'A. I', 'B. you', 'ANSWER KEY'];
    expect(rest([...lines, ...tableOf(0, ['1', '2'], ['B', 'A'])])).toEqual([
      'IGNORED_TEXT HEADING',
      'IGNORED_TEXT LIST_OF_ANSWERS',
      'IGNORED_TEXT LIST_OF_ANSWERS',
    ]);
  });

  it('leaves open what it leaves open', () => {
    expect(two(...tableOf(0, ['1', '2'], ['', 'A']))).toEqual([open[0], answered[1]]);
  });

  it('is not used at all where its numbers are not those of the questions', () => {
    expect(two(...tableOf(0, ['1', '2', '3'], ['B', 'A', 'A']))).toEqual(open);
    expect(two(...tableOf(0, ['1', '3'], ['B', 'A']))).toEqual(open);
    expect(two(...tableOf(0, ['No', 'I', 'II'], ['1', 'B', 'A'], ['2', 'A', 'B']))).toEqual(open);
  });

  it('answers questions that stand in another order', () => {
    const lines = ['2. Who?', 'A. I', 'B. you', '1. Which?', 'A. one', 'B. two'];
    const numbered = lines.map((line) => line.replace(/^(\d)\./, 'Question $1.'));
    expect(read([...numbered, ...tableOf(0, ['1', '2'], ['B', 'A'])])).toEqual([
      '2 Who? | *I | you',
      '1 Which? | one | *two',
    ]);
  });

  it('counts again for each part', () => {
    const part = ['1. Which?', 'A. one', 'B. two', '2. Who?', 'A. I', 'B. you'];
    const keys = tableOf(
      0,
      ['PART ONE', null],
      ['1', '2'],
      ['B', 'A'],
      ['PART TWO', null],
      ['1', '2'],
      ['A', 'B'],
    );
    expect(read([...part, ...part, ...keys])).toEqual([
      ...answered,
      '1 Which? | *one | two',
      '2 Who? | I | *you',
    ]);
  });

  it('may answer with words that could head it too', () => {
    const lines = ['1. Hot?', 'A. Yes', 'B. No', '2. Cold?', 'A. Yes', 'B. No'];
    expect(read([...lines, ...tableOf(0, ['1', 'No'], ['2', 'Yes'])])).toEqual([
      '1 Hot? | Yes | *No',
      '2 Cold? | *Yes | No',
    ]);
  });

  it('is left out when it is an empty sheet', () => {
    const lines = ['1. Which?', 'A. one', '*B. two', '2. Who?', '*A. I', 'B. you'];
    const sheet = tableOf(0, ['1', '2'], ['', '']);
    expect(read([...lines, ...sheet])).toEqual(answered);
    expect(rest([...lines, ...sheet])).toEqual([
      'IGNORED_TEXT ANSWER_SHEET',
      'IGNORED_TEXT ANSWER_SHEET',
    ]);
  });
});

describe('a table for each question', () => {
  const bold = (text: string): Line => ({ runs: [{ text, bold: true }] });

  it('has its number in the first row and its options below an empty one', () => {
    const lines = [
      ...tableOf(
        0,
        ['Question 1 –'],
        [{ paragraphs: ['Given:', '1. int x;\n2. return x;'] }],
        [''],
        ['1..2'],
        [bold('none')],
      ),
      '',
      ...tableOf(1, ['Question 2 –'], ['Right?'], [''], [bold('True')], ['False']),
    ];
    expect(read(lines)).toEqual([
      '1 Given:\n1. int x;\n2. return x; | 1..2 | *none',
      '2 Right? | *True | False',
    ]);
    expect(rest(lines)).toEqual([]);
  });

  it('may have a mark beside the right option, and its answer below', () => {
    expect(read(tableOf(0, ['Question 1'], ['Who?'], ['I', 'x'], ['you', '']))).toEqual([
      '1 Who? | *I | you',
    ]);
    expect(read(tableOf(0, ['Question 1'], ['Who?'], ['I'], ['you'], ['Answer: B']))).toEqual([
      '1 Who? | I | *you',
    ]);
  });

  it('may say in its first column what stands in the second', () => {
    const lines = tableOf(
      0,
      ['Question', 'Who?'],
      ['Option A', 'I'],
      ['Option B', 'you'],
      ['Correct answer', 'B'],
      ['Explanation', 'Because.'],
      ['Difficulty', 'easy'],
      ['Question', 'Which?'],
      ['Option A', 'one'],
      ['Option B', 'two'],
      ['Correct answer', 'A'],
    );
    expect(read(lines)).toEqual(['- Who? | I | *you', '- Which? | *one | two']);
  });
});

describe('options in cells', () => {
  const answer = ['Answer: B', '2. Who?', 'A. I', 'B. you', 'Answer: A'];
  const asked = ['1 Which? | one | *two', '2 Who? | *I | you'];

  it.each<[string, Line[]]>([
    ['a letter beside each', tableOf(0, ['A.', 'one'], ['B.', 'two'])],
    ['a letter without a stop', tableOf(0, ['A', 'one'], ['B', 'two'])],
    [
      'letters that only Word shows',
      tableOf(0, [listed('lowerLetter', 1), 'one'], [listed('lowerLetter', 2), 'two']),
    ],
    ['side by side', tableOf(0, ['A.', 'one', 'B.', 'two'])],
    ['boxes', tableOf(0, ['☐', 'one'], ['☐', 'two'])],
  ])('are those of the question above: %s', (_, options) => {
    expect(read(['1. Which?', ...options, ...answer])).toEqual(asked);
  });

  it('are read by their letters, whichever way they are set out', () => {
    const grid = tableOf(0, ['A. one', 'C. three'], ['B. two', 'D. four']);
    expect(read(['1. Which?', ...grid, ...answer])[0]).toBe('1 Which? | one | *two | three | four');
    const apart = tableOf(0, ['A.', 'one', 'C.', 'three'], ['B.', 'two', 'D.', 'four']);
    expect(read(['1. Which?', ...apart, ...answer])[0]).toBe(
      '1 Which? | one | *two | three | four',
    );
  });

  it('may be ticked, or marked by the look of their text', () => {
    const boxes = tableOf(0, ['☐', 'one'], ['☑', 'two']);
    expect(read(['1. Which?', ...boxes])).toEqual(asked.slice(0, 1));
    const bold = tableOf(0, ['A.', 'one'], ['B.', { runs: [{ text: 'two', bold: true }] }]);
    expect(read(['1. Which?', ...bold])).toEqual(asked.slice(0, 1));
  });
});

describe('a table that is content', () => {
  const figures = tableOf(0, ['Milk', 'Ill', 'Well'], ['Yes', '10', '30'], ['No', '50', '']);

  it('stays a table between the text of a question and its options', () => {
    const quiz = readLines(['1. Which?', ...figures, 'A. one', '*B. two']);
    const [text, table] = quiz.questions[0]?.stem ?? [];
    expect(text).toMatchObject({ type: 'paragraph' });
    expect(
      table?.type === 'table' ? table.rows.map(({ cells }) => cells.map(plainText)) : [],
    ).toEqual([
      ['Milk', 'Ill', 'Well'],
      ['Yes', '10', '30'],
      ['No', '50', ''],
    ]);
    expect(quiz.questions[0]?.options).toHaveLength(2);
  });

  it('may hold numbers and letters that are no questions, answers or options', () => {
    const lines = [
      '1. Which?',
      ...tableOf(0, ['1', '2', '3'], ['A', 'B', 'C']),
      'A. one',
      '*B. two',
    ];
    expect(read(lines)).toEqual(['1 Which?\n1\n2\n3\nA\nB\nC | one | *two']);
    const steps = tableOf(0, [
      { paragraphs: ['How to:', listed('decimal', 1, 'Open.'), listed('decimal', 2, 'Go.')] },
    ]);
    expect(read([...steps, '1. Which?', 'A. one', '*B. two'])).toEqual(['1 Which? | one | *two']);
  });
});

describe('a table that only lays out the page', () => {
  it('is read as if it were not there', () => {
    const left = { paragraphs: ['1. Which?', 'A. one', '*B. two'] };
    const right = { paragraphs: ['2. Who?', '*A. I', 'B. you'] };
    expect(read(tableOf(0, [left, right]))).toEqual(answered);
  });

  it('with the name of the school is no part of the quiz', () => {
    const head = tableOf(0, ['School No 1', 'Name: ________'], ['Class 7', 'Date: ________']);
    expect(read([...head, '1. Which?', 'A. one', '*B. two'])).toEqual(['1 Which? | one | *two']);
  });
});
