import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../test/docx/read-lines.js';
import { listed, type Line } from '../../../../test/docx/source-text.js';
import { outlineOf } from '../../../../test/docx/quiz-outline.js';

const read = (...lines: Line[]): string[] => outlineOf(readLines(lines));
const optionsOf = (...lines: Line[]): string[] =>
  read('1. Capital?', ...lines, '2. Largest?', 'A. x', 'B. y');
const cities = ['Oslo', 'Bern', 'Rome'];

describe('labels of options', () => {
  it.each([
    [['i. Oslo', 'ii. Bern', 'iii. Rome'], 'i ii iii'],
    [['(i) Oslo', '(ii) Bern', '(iii) Rome'], 'i ii iii'],
    [['А) Oslo', 'Б) Bern', 'В) Rome'], 'А Б В'],
    [['А. Oslo', 'B. Bern', 'С. Rome'], 'А B С'],
    [['A. Oslo', 'В. Bern', 'C. Rome'], 'A В C'],
    [['الف) Oslo', 'ب) Bern', 'ج) Rome'], 'الف ب ج'],
    [['أ- Oslo', 'ب- Bern', 'ج- Rome'], 'أ ب ج'],
    [['א. Oslo', 'ב. Bern', 'ג. Rome'], 'א ב ג'],
    [['ก. Oslo', 'ข. Bern', 'ค. Rome'], 'ก ข ค'],
    [['가. Oslo', '나. Bern', '다. Rome'], '가 나 다'],
    [['① Oslo', '② Bern', '③ Rome'], '① ② ③'],
    [['①Oslo ②Bern ③Rome'], '① ② ③'],
    [['A - Oslo', 'B - Bern', 'C - Rome'], 'A B C'],
    [['A: Oslo', 'B: Bern', 'C: Rome'], 'A B C'],
    [['Ａ．Oslo', 'Ｂ．Bern', 'Ｃ．Rome'], 'Ａ Ｂ Ｃ'],
    [['A、Oslo　　B、Bern　　C、Rome'], 'A B C'],
  ])('may be %j', (lines, labels) => {
    const written = labels.split(' ').map((label, index) => `${label}:${cities[index] ?? ''}`);
    const found = optionsOf(...lines)[0]?.split(' | ') ?? [];
    expect(found.slice(1, -1).map((option) => option.normalize('NFKC'))).toEqual(
      written.map((option) => option.normalize('NFKC')),
    );
  });

  it('may number the options on one line', () => {
    const lines = ['1) Oslo   2) Bern   3) Rome'];
    expect(read('Q1. Capital?', ...lines, 'Q2. Largest?', ...lines, 'Answer: 2')).toEqual([
      '1 single Capital? | 1:Oslo | 2:Bern | 3:Rome | KEY_MISSING',
      '2 single Largest? | 1:Oslo | *2:Bern | 3:Rome',
    ]);
  });

  it('stay in the stem where they count its statements', () => {
    const options = ['A. I only', 'B. both'];
    expect(read('1. Which?', 'I. Fire', 'II. Ice', ...options)).toEqual([
      '1 single Which?\nI. Fire\nII. Ice | A:I only | B:both | KEY_MISSING',
    ]);
    expect(read('1. Which?', 'A. Fire', 'B. Ice', 'a) A only', 'b) both')).toEqual([
      '1 single Which?\nA. Fire\nB. Ice | a:A only | b:both | KEY_MISSING',
    ]);
    expect(
      read('Q1. Which?', '1. Fire', '2. Ice', '1. 1', '2. 1,2', 'Q2. Hot?', '1. yes', '2. so so'),
    ).toEqual([
      '1 single Which?\n1. Fire\n2. Ice | 1:1 | 2:1,2 | KEY_MISSING',
      '2 single Hot? | 1:yes | 2:so so | KEY_MISSING',
    ]);
  });

  it('are read in the order of their letters when options stand in columns', () => {
    expect(optionsOf('a. Oslo\t\tc. Rome\t\te. Kyiv', 'b. Bern\t\td. Riga')[0]).toBe(
      '1 single Capital? | a:Oslo | b:Bern | c:Rome | d:Riga | e:Kyiv | KEY_MISSING',
    );
    const lettered = [
      listed('lowerLetter', 1, 'Oslo\t\tc. Rome'),
      listed('lowerLetter', 2, 'Bern\t\td. Riga'),
    ];
    expect(optionsOf(...lettered)[0]).toBe(
      '1 single Capital? | a:Oslo | b:Bern | c:Rome | d:Riga | KEY_MISSING',
    );
    expect(optionsOf('a. Oslo   d. Riga', 'b. Bern   e. Kyiv', 'c. Rome')[0]).toBe(
      '1 single Capital? | a:Oslo | b:Bern | c:Rome | d:Riga | e:Kyiv | KEY_MISSING',
    );
  });

  it('never jump where the letters between are nowhere', () => {
    expect(optionsOf('a. vitamins A   d. 3', 'b. Bern')[0]).toBe(
      '1 single Capital? | a:vitamins A   d. 3 | b:Bern | KEY_MISSING',
    );
  });
});

describe('numbers of questions', () => {
  it.each([
    ['1- '],
    ['1 - '],
    ['1/ '],
    ['1.- '],
    ['1.) '],
    ['[1] '],
    ['№1 '],
    ['#1 '],
    ['Q.1) '],
    ['١. '],
    ['１．'],
    ['第一题 '],
  ])('may be written as %j', (label) => {
    const second = label
      .replace('1', '2')
      .replace('١', '٢')
      .replace('１', '２')
      .replace('一', '二');
    const options = ['A. x', 'B. y'];
    expect(read(`${label}Capital?`, ...options, `${second}Largest?`, ...options)).toEqual([
      '1 single Capital? | A:x | B:y | KEY_MISSING',
      '2 single Largest? | A:x | B:y | KEY_MISSING',
    ]);
  });

  it('may be set apart by wide space alone, unlike the lines of a program', () => {
    const options = [listed('decimal', 1, 'x'), listed('decimal', 2, 'y')];
    expect(
      read('1    What?', '1  int a;', '2  int b;', ...options, '2    When?', ...options),
    ).toEqual([
      '1 single What?\n1  int a;\n2  int b; | 1:x | 2:y | KEY_MISSING',
      '2 single When? | 1:x | 2:y | KEY_MISSING',
    ]);
  });

  it('lose an old number that stands after the new one', () => {
    const options = ['A) x', 'B) y'];
    expect(
      read('1) 36. What?', ...options, '2) 12. When?', ...options, '3) 2.5 is?', ...options),
    ).toEqual([
      '1 single What? | A:x | B:y | KEY_MISSING',
      '2 single When? | A:x | B:y | KEY_MISSING',
      '3 single 2.5 is? | A:x | B:y | KEY_MISSING',
    ]);
  });

  it('are not the years and other numbers that begin a line of a stem', () => {
    expect(
      read('1. What?', 'A. x', 'B. y', '2. The war of', '1939. was it?', 'A. x', 'B. y'),
    ).toEqual([
      '1 single What? | A:x | B:y | KEY_MISSING',
      '2 single The war of\n1939. was it? | A:x | B:y | KEY_MISSING',
    ]);
  });

  it('may be of another form than the numbers of their options', () => {
    const options = ['1. x', '2. y', '3. z'];
    expect(read('1) What?', ...options, '2) When?', 'int main()', ...options)).toEqual([
      '1 single What? | 1:x | 2:y | 3:z | KEY_MISSING',
      '2 single When?\nint main() | 1:x | 2:y | 3:z | KEY_MISSING',
    ]);
  });
});
