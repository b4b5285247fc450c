import { expect, it } from 'vitest';
import { optionLetter } from './option-letter';

it('letters options as far as the alphabet goes, then numbers them', () => {
  expect([0, 25, 26].map(optionLetter)).toEqual(['A', 'Z', '27']);
});
