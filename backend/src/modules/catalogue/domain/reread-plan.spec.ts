import { describe, expect, it } from 'vitest';
import { type FormerQuestion, planReread, type ReadFrom } from './reread-plan.js';

/** A question of these paragraphs. */
const at = (...paragraphs: number[]): ReadFrom => ({ paragraphs, number: null, ordinal: -1 });
const reading = (...places: ReadFrom[]): ReadFrom[] =>
  places.map((place, ordinal) => ({ ...place, ordinal }));
const former = (id: string, readFrom: ReadFrom | null, edited = false): FormerQuestion => ({
  id,
  readFrom,
  edited,
});

/** `keep` by id, `take` by index. */
function planned(formers: FormerQuestion[], found: ReadFrom[], removed: ReadFrom[] = []) {
  return planReread(formers, removed, found).entries.map((entry) =>
    'keep' in entry ? entry.keep : entry.take,
  );
}

const three = reading(at(0, 1, 2), at(3, 4, 5), at(6, 7, 8));

describe('a document read again', () => {
  it('replaces what nobody touched, in the order of the document', () => {
    const formers = [former('b', three[1] ?? null), former('a', three[0] ?? null)];
    const { entries, keptEdits } = planReread(formers, [], three);
    expect(entries).toEqual([
      { take: 0, insteadOf: 'a' },
      { take: 1, insteadOf: 'b' },
      { take: 2, insteadOf: null },
    ]);
    expect(keptEdits).toBe(0);
  });

  it('keeps an edited question in the place of what was read for it now', () => {
    const formers = [former('a', at(0, 1, 2)), former('b', at(3, 4, 5), true)];
    expect(planned(formers, three)).toEqual([0, 'b', 2]);
    expect(planReread(formers, [], three).keptEdits).toBe(1);
  });

  it('knows an edited question whose reading became shorter or longer', () => {
    expect(planned([former('b', at(3, 4, 5, 9, 10), true)], three)).toEqual([0, 'b', 2]);
    expect(planned([former('b', at(3), true)], three)).toEqual([0, 'b', 2]);
    expect(planned([former('b', at(4, 5), true)], three)).toEqual([0, 'b', 2]);
  });

  it('keeps an edited question that is read as no question any more, where it was', () => {
    expect(planned([former('x', at(4), true)], reading(at(0, 1), at(5, 6)))).toEqual([0, 'x', 1]);
    expect(planned([former('x', at(9), true)], three)).toEqual([0, 1, 2, 'x']);
  });

  it('does not take one question for the many that it was mistaken for', () => {
    const whole = at(0, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(planned([former('whole', whole, true)], three)).toEqual([0, 'whole', 1, 2]);
    expect(planned([], three, [whole])).toEqual([0, 1, 2]);
  });

  it('loses none of the many that are read as one now', () => {
    const formers = three.map((place, index) => former(String(index), place, index === 0));
    expect(planned(formers, reading(at(0, 1, 2, 3, 4, 5, 6, 7, 8)))).toEqual([0, '0']);
    expect(planned(formers.slice(1), reading(at(0, 1, 2, 3, 4, 5)), [at(0, 1, 2)])).toEqual([0]);
  });

  it('does not bring back what was removed by hand', () => {
    expect(planned([former('a', at(0, 1, 2))], three, [at(3, 4, 5)])).toEqual([0, 2]);
    expect(planned([], three, three)).toEqual([]);
  });

  it('leaves a question added by hand behind the one it followed', () => {
    const formers = [
      former('first', null),
      former('a', at(0, 1, 2)),
      former('second', null),
      former('c', at(6, 7, 8)),
      former('last', null),
    ];
    expect(planned(formers, three)).toEqual(['first', 0, 'second', 1, 2, 'last']);
  });

  it('is not misled by a passage and a list of answers that all share', () => {
    const shared = reading(at(0, 1, 2, 3, 90), at(0, 1, 2, 4, 90), at(0, 1, 2, 5, 90));
    expect(planned([former('b', shared[1] ?? null, true)], shared)).toEqual([0, 'b', 2]);
    expect(planned([], shared, [at(0, 1, 2, 5, 90)])).toEqual([0, 1]);
  });

  it('tells questions of one paragraph apart by their numbers, else by their order', () => {
    const numbered = ['1', '2', '3'].map((number, ordinal) => ({ ...at(0), number, ordinal }));
    expect(planned([former('2', numbered[1] ?? null, true)], numbered)).toEqual([0, '2', 2]);
    const plain = reading(at(0), at(0), at(0));
    expect(planned([former('b', plain[1] ?? null, true)], plain)).toEqual([0, 'b', 2]);
  });

  it('of 20 000 questions is planned in seconds, though all share a paragraph', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => at(0, 2 * index + 1, 2 * index + 2));
    const formers = many.map((place, index) => former(String(index), place, index % 100 === 0));
    const begin = performance.now();
    expect(planReread(formers, [], reading(...many)).entries).toHaveLength(20_000);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
