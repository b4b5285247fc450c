import { describe, expect, it } from 'vitest';
import { answerText } from './answer-text';

describe('an answer in a timeline', () => {
  it.each([
    [{ options: [1], text: null }, 'B'],
    [{ options: [0, 2], text: null }, 'A, C'],
    [{ options: null, text: 'Paris' }, '“Paris”'],
    [null, null],
  ])('is shown as people name it: %j', (answer, text) => {
    expect(answerText(answer)).toBe(text);
  });
});
