import type { Draft } from './draft.js';
import { readPlainList } from './key-lists.js';
import type { EndKey } from './remainder.js';

/** How questions got their answers, gathered question by question. */
export interface AnswerPlaces {
  questions: number;
  /** Those with options and no answer line. */
  keyless: number;
  /** Those whose answer stood on the line below the words that announce it. */
  awaited: number;
  /** The last question's own answer lines. */
  last: Draft['keys'];
}

export const noPlaces = (): AnswerPlaces => ({ questions: 0, keyless: 0, awaited: 0, last: [] });

export function countPlaces(places: AnswerPlaces, { keys, awaited }: Draft): void {
  places.questions += 1;
  if (keys.length === 0) places.keyless += 1;
  if (awaited) places.awaited += 1;
  places.last = keys;
}

/** `d, a, d, …` after the last question, when no other has an answer: letters for all, or for nobody knows whom. */
export interface LettersForAll {
  /** By position from 1; empty when there are not as many letters as questions. */
  keys: Map<number, EndKey>;
  span: EndKey['span'];
}

export function lettersForAll({ questions, keyless, last }: AnswerPlaces): LettersForAll | null {
  const [only, second] = last;
  if (!only || second || questions < 2 || keyless !== questions - 1) return null;
  const letters = readPlainList(only.value);
  if (!letters) return null;
  const keys = new Map<number, EndKey>();
  if (letters.length === questions) {
    letters.forEach((value, index) => {
      keys.set(index + 1, { number: index + 1, value, span: only.span, explanation: [] });
    });
  }
  return { keys, span: only.span };
}

/** Answers below their announcement are one to each question, or they may be a list that was taken apart. */
export const mayBeTakenApart = ({ keyless, awaited }: AnswerPlaces): boolean =>
  awaited > 0 && keyless >= awaited;
