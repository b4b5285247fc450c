import { describe, expect, it } from 'vitest';
import { sourceOf, type Line } from '../../../../test/docx/source-text.js';
import { Assembler } from './assemble.js';
import type { Draft } from './draft.js';
import { findNumberingStyles } from './numbering-styles.js';
import { Readings } from './readings.js';
import type { Remainder } from './remainder.js';
import type { Role } from './roles.js';
import { linesOf } from './span.js';

/** What is gathered from some lines when they are declared to be what `roles` says. */
function gather(lines: Line[], ...roles: Record<number, Role>[]): [Draft[], Remainder] {
  const readings = new Readings(sourceOf(...lines).paragraphs);
  for (const declared of roles) {
    readings.declare(
      new Map(Object.entries(declared).map(([index, role]) => [Number(index), role])),
    );
  }
  const drafts: Draft[] = [];
  const rest = new Assembler(readings, findNumberingStyles(readings), (draft) => {
    drafts.push(draft);
  }).run();
  return [drafts, rest];
}

const shown = ({ stem, options }: Draft): string =>
  [stem, ...options.map(({ spans }) => spans)]
    .map((spans) => spans.map(({ text }) => text).join(' / '))
    .join(' | ');

const question: Role = { kind: 'question', number: 7, label: '7', from: 0 };
const option = (ordinal: number, marked = false): Role => {
  return { kind: 'option', ordinal, label: '', marked, from: 0 };
};

describe('a declared role', () => {
  it('makes any line a question, its further text and its options', () => {
    const lines = ['Which?', '1. int x;', 'A. plain', 'B. text', '2. Not of it'];
    const [[draft], rest] = gather(lines, {
      0: question,
      1: { kind: 'stem' },
      2: option(1),
      3: option(2, true),
    });
    expect(draft && shown(draft)).toBe('Which? / 1. int x; | A. plain | B. text');
    expect(draft?.marker?.label).toBe('7');
    expect(draft?.options.map(({ marked }) => marked)).toEqual([false, true]);
    expect(rest.leftovers.map(({ text }) => text)).toEqual(['2. Not of it']);
  });

  it('ends the question before it', () => {
    const lines = ['1. First?', 'A. x', 'B. y', 'Second?'];
    expect(gather(lines, { 3: question })[0].map(shown)).toEqual(['First? | x | y', 'Second?']);
  });

  it('may open a question with a number alone, the answer standing before the text', () => {
    const lines = ['7', 'B', 'Which?', 'x', 'y'];
    const [[draft]] = gather(lines, {
      0: { ...question, from: 1 },
      1: { kind: 'answer', value: 'B' },
      2: { kind: 'stem' },
      3: option(1),
      4: option(2),
    });
    expect(draft && shown(draft)).toBe(' / Which? | x | y');
    expect(draft?.keys.map(({ value }) => value)).toEqual(['B']);
  });

  it('holds for all lines of its paragraph', () => {
    const lines = ['Which?\nA. one', 'x\n2. more', 'y\nz'];
    const [[draft]] = gather(lines, { 0: question, 1: option(1), 2: option(2) });
    expect(draft && shown(draft)).toBe('Which? / A. one | x / 2. more | y / z');
  });

  it('may be told line by line, and lines left out of it are read on their own', () => {
    const lines = ['Which?\nA. x\nB. y'];
    const [[draft]] = gather(lines, { 0: { kind: 'lines', lines: [question] } });
    expect(draft && shown(draft)).toBe('Which? | x | y');
  });

  it('lists answers to questions elsewhere', () => {
    const [span] = sourceOf('B').paragraphs.flatMap(linesOf);
    if (!span) throw new Error('A line makes a span.');
    const entries = [1, 2].map((number) => ({
      number,
      value: number === 1 ? 'B' : 'C',
      span,
      explanation: [],
    }));
    const [, rest] = gather(['B', 'C'], { 0: { kind: 'endKeys', entries }, 1: { kind: 'part' } });
    expect(rest.endKeys.map(({ number, value }) => [number, value])).toEqual([
      [1, 'B'],
      [2, 'C'],
    ]);
  });

  it('leaves out a line for its reason', () => {
    const [drafts, rest] = gather(['1. Not this?', 'A. x', 'B. y'], {
      0: { kind: 'ignored', reason: 'HEADING' },
    });
    expect(drafts).toEqual([]);
    expect(rest.ignored.map(({ reason }) => reason)).toEqual(['HEADING']);
  });

  it('stands when it was declared first', () => {
    const [drafts] = gather(['Which?', 'x'], { 0: question }, { 0: option(1), 1: option(1) });
    expect(drafts.map(shown)).toEqual(['Which? | x']);
  });
});
