import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../../test/docx/quiz-outline.js';
import { readLines } from '../../../../../test/docx/read-lines.js';
import { listed, type Line } from '../../../../../test/docx/source-text.js';

const read = (...lines: Line[]): string[] => outlineOf(readLines(lines));
const bold = (text: string): Line => ({ text, bold: true });
const grey = (text: string): Line => ({ text, colour: '70757a' });
const dark = (text: string): Line => ({ text, colour: '202124' });
const green = (text: string): Line => ({ text, colour: '1e8e3e' });
const bullet = (text: string): Line => ({
  runs: [text],
  numbering: { label: '•', format: 'bullet', value: 1, level: 0, list: 'b' },
});

const capital = '- single Capital? | :Oslo | :Bern | :Rome | KEY_MISSING';
const largest = '- single Largest? | :Bern | :Rome | :Oslo | KEY_MISSING';

describe('options without labels', () => {
  it('are the lines below each question', () => {
    const lines = ['Capital?', 'Oslo', 'Bern', 'Rome', 'Largest?', 'Bern', 'Rome', 'Oslo'];
    expect(read(...lines)).toEqual([capital, largest]);
    expect(read(...lines.slice(0, 4), '', ...lines.slice(4))).toEqual([capital, largest]);
    expect(read(lines.slice(0, 4).join('\n'), lines.slice(4).join('\n'))).toEqual([
      capital,
      largest,
    ]);
  });

  it('are the lines below numbered questions, whatever these end in', () => {
    const lines = ['1. The capital is', 'Oslo', 'Bern', '2. Largest?', 'Bern', 'Rome'];
    const two = ['3. Smallest?', 'Rome', 'Bern', '4. Oldest?', 'Oslo', 'Rome'];
    expect(read(...lines, ...two)).toEqual([
      '1 single The capital is | :Oslo | :Bern | KEY_MISSING',
      '2 single Largest? | :Bern | :Rome | KEY_MISSING',
      '3 single Smallest? | :Rome | :Bern | KEY_MISSING',
      '4 single Oldest? | :Oslo | :Rome | KEY_MISSING',
    ]);
  });

  it('take letters and numbers of an answer line in their order', () => {
    const first = ['1. Capital?', 'Oslo', 'Bern', 'Rome', 'Answer: B'];
    expect(read(...first, '2. Largest?', 'Bern', 'Rome', 'Oslo', 'Answer: 3')).toEqual([
      '1 single Capital? | :Oslo | *:Bern | :Rome',
      '2 single Largest? | :Bern | :Rome | *:Oslo',
    ]);
  });

  it('may be told by the looks of their questions', () => {
    const lines = [bold('The capital'), 'Oslo', 'Bern', bold('The largest'), 'Rome', 'Oslo'];
    const more = [bold('Where is it?'), 'Oslo', 'Bern', bold('And which?'), 'Rome', 'Oslo'];
    expect(read(...lines, ...more)).toEqual([
      '- single The capital | :Oslo | :Bern | KEY_MISSING',
      '- single The largest | :Rome | :Oslo | KEY_MISSING',
      '- single Where is it? | :Oslo | :Bern | KEY_MISSING',
      '- single And which? | :Rome | :Oslo | KEY_MISSING',
    ]);
  });

  it.each([['• '], ['- '], ['– '], ['o ']])('may be bullets typed as %j', (glyph) => {
    const items = ['Oslo', 'Bern', 'Rome'].map((city) => `${glyph}${city}`);
    const turned = ['Bern', 'Rome', 'Oslo'].map((city) => `${glyph}${city}`);
    expect(read('Capital?', ...items, 'Largest?', ...turned)).toEqual([capital, largest]);
  });

  it("may be bullets of Word's own list, below questions of several lines", () => {
    const items = ['Oslo', 'Bern', 'Rome'].map(bullet);
    expect(read('1. Look.', 'Capital?', ...items, '2. Largest?', ...items, 'Answer: Bern')).toEqual(
      [
        '1 single Look.\nCapital? | :Oslo | :Bern | :Rome | KEY_MISSING',
        '2 single Largest? | :Oslo | *:Bern | :Rome',
      ],
    );
  });

  it('may be numbers that start again below each question, even of its own form', () => {
    const cities = ['1. Oslo', '2. Bern', '3. Rome'];
    const lines = ['1. Capital?', ...cities, '2. Largest?', ...cities, '3. Oldest?', ...cities];
    const shown = '1:Oslo | 2:Bern | 3:Rome | KEY_MISSING';
    expect(read(...lines)).toEqual([
      `1 single Capital? | ${shown}`,
      `2 single Largest? | ${shown}`,
      `3 single Oldest? | ${shown}`,
    ]);
    const counted = ['Oslo', 'Bern', 'Rome'].map((city, at) => listed('decimal', at + 1, city));
    expect(read('Capital?', ...counted, 'Largest?', ...counted)).toEqual([
      `- single Capital? | ${shown}`,
      `- single Largest? | ${shown}`,
    ]);
  });

  it('choose no answer where only their number tells where a question ends', () => {
    const first = ['Capital?', 'Oslo', '*Bern', 'Rome', 'The largest is', 'Bern', 'Rome', '*Oslo'];
    const last = ['Oldest?', 'Rome', '*Bern', 'Oslo', 'Newest?', 'Oslo', 'Bern', '*Rome'];
    const quiz = readLines([...first, ...last]);
    expect(outlineOf(quiz)).toEqual([
      '- single Capital? | :Oslo | :Bern | :Rome | KEY_AMBIGUOUS',
      '- single The largest is | :Bern | :Rome | :Oslo | KEY_AMBIGUOUS',
      '- single Oldest? | :Rome | *:Bern | :Oslo',
      '- single Newest? | :Oslo | :Bern | *:Rome',
    ]);
    const [doubt] = quiz.questions[1]?.diagnostics ?? [];
    expect(doubt).toMatchObject({ note: 'LINES_UNSURE', suggestedFix: { optionsAre: 'lines' } });
  });

  it('are apart from the text below the number of their question', () => {
    const first = ['Question 1', 'Capital?', 'Oslo', 'Bern', 'Answer: Bern'];
    expect(read(...first, 'Question 2', 'Largest?', 'Bern', 'Rome', 'Answer: Rome')).toEqual([
      '1 single Capital? | :Oslo | *:Bern',
      '2 single Largest? | :Bern | *:Rome',
    ]);
  });

  it.each([
    [['1. What is a servlet?', 'A class.', 'It runs on a server.', '2. What is JSP?', 'A page.']],
    [['Aims:', '• to learn', '• to live', 'Means:', '• books', '• bread', 'Text about it.']],
    [['Who?', 'When?', 'Where?', 'Why?', 'How?']],
    [['Dear all,', 'are you coming?', 'It will be nice.', 'Bring cake.', 'Yours', 'Ann']],
  ])('are not made of other texts: %j', (lines) => {
    expect(read(...lines)).toEqual([]);
  });
});

describe('the results page of an online form', () => {
  const right = [
    green('Capital?'),
    green('*'),
    dark('1/1'),
    grey('Oslo'),
    dark('Bern'),
    grey('Rome'),
  ];
  const wrong = [green('Largest?*'), dark('0/1'), dark('Oslo'), grey('Bern'), grey('Rome')];
  const named = [grey('Correct answer'), dark('Rome')];

  it('tells the right answer where it was chosen for the full score, or named', () => {
    expect(read(...right, ' ', ...wrong, ...named, ...right)).toEqual([
      '- single Capital? | :Oslo | *:Bern | :Rome',
      '- single Largest? | :Oslo | :Bern | *:Rome',
      '- single Capital? | :Oslo | *:Bern | :Rome',
    ]);
  });

  it('never takes a chosen answer for the right one without the full score', () => {
    expect(read(...right, ...wrong, ...right)[1]).toBe(
      '- single Largest? | :Oslo | :Bern | :Rome | KEY_MISSING',
    );
  });

  it('may have questions that end in lines of code', () => {
    const code = [
      green('What is shown?'),
      green('let a = 1;'),
      green('show(a);'),
      green('Say it:?'),
    ];
    const one = [...code, dark('1/1'), dark('Oslo'), grey('Bern'), grey('Rome')];
    expect(readLines([...one, ...one, ...one]).questions).toHaveLength(3);
  });

  it('is no quiz whose options are fractions', () => {
    const options = ['1/2', '*half', 'two'];
    const one = (number: number): string[] => [`Question ${number}: How much is it?`, 'none'];
    const quiz = [1, 2, 3].flatMap((number) => [...one(number), ...options]);
    expect(read(...quiz)).toEqual(
      [1, 2, 3].map((number) => `${number} single How much is it? | :none | :1/2 | *:half | :two`),
    );
  });

  it('gives the points', () => {
    const { questions } = readLines([...right, ...right, ...right]);
    expect(questions.map(({ points }) => points)).toEqual([1, 1, 1]);
  });
});

describe('the export of an item bank', () => {
  const item = (id: number, answer: string): string[] => [
    `Item ID: ${id}    A type`,
    'Capital?',
    ...['A. Oslo', 'B. Bern', `Answer: ${answer}`, 'Profile: recall', 'Difficulty index: 70'],
    ...['<A>70% <B>30%', 'End of item'],
  ];

  it('has a question for each item, without its statistics', () => {
    const lines = [...item(30, 'A'), '', ...item(41, 'B')];
    expect(read(...lines)).toEqual([
      '30 single Capital? | *A:Oslo | B:Bern',
      '41 single Capital? | A:Oslo | *B:Bern',
    ]);
    const { diagnostics } = readLines(lines);
    expect(diagnostics.map(({ note }) => note)).toEqual(Array(8).fill('ATTEMPT_OR_BANK'));
  });

  it('has no question with options where its items are open questions of several parts', () => {
    const open = (id: number): string[] => [
      `Item ID: ${id}`,
      ...['Look.', '(a) Who is it?', '(b) Why? (2 marks)', 'Answer: (a) The man in the picture'],
    ];
    expect(read(...open(1), ...open(2))).toEqual([]);
  });
});
