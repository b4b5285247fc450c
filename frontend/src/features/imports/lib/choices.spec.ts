import { describe, expect, it } from 'vitest';
import { isIncluded, listChoices, mergeChoices, sameChoices, withoutChoice } from './choices';

describe('what a teacher has told about a document', () => {
  it('grows by a fix: a field takes the place of its like, paragraphs left out add up', () => {
    const choices = { correctLooks: ['bold' as const], ignoredParagraphs: [7] };
    expect(mergeChoices(choices, { correctLooks: ['highlight'] })).toEqual({
      correctLooks: ['highlight'],
      ignoredParagraphs: [7],
    });
    expect(mergeChoices(choices, { ignoredParagraphs: [2, 7] })).toEqual({
      correctLooks: ['bold'],
      ignoredParagraphs: [2, 7],
    });
  });

  it('is listed thing by thing, and each can be taken back alone', () => {
    const choices = { trust: 'mark' as const, ignoredParagraphs: [2, 7] };
    const listed = listChoices(choices);
    expect(listed).toEqual([
      { field: 'trust', value: 'mark' },
      { field: 'ignoredParagraphs', value: 2 },
      { field: 'ignoredParagraphs', value: 7 },
    ]);
    const left = listed.reduce(withoutChoice, choices);
    expect(left).toEqual({});
    expect(withoutChoice(choices, { field: 'ignoredParagraphs', value: 2 })).toEqual({
      trust: 'mark',
      ignoredParagraphs: [7],
    });
  });

  it('is the same in any order, and a fix already made is known as such', () => {
    expect(
      sameChoices({ trust: 'mark', correctColumn: 2 }, { correctColumn: 2, trust: 'mark' }),
    ).toBe(true);
    expect(isIncluded({ ignoredParagraphs: [7] }, { ignoredParagraphs: [2, 7] })).toBe(true);
    expect(isIncluded({ ignoredParagraphs: [8] }, { ignoredParagraphs: [2, 7] })).toBe(false);
    expect(isIncluded({ correctColumn: 0 }, {})).toBe(false);
  });
});
