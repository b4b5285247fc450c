import { isStemOpen, type Draft } from './draft.js';
import { namesLetters } from './key-value.js';
import { matchOptionLabel } from './labels.js';
import { answerFollowsList, bodyFollows, nextReading } from './lookahead.js';
import type { NumberingStyles } from './numbering-styles.js';
import type { QuestionMarker } from './question-marker.js';
import { answerOf, type Reading } from './reading.js';
import type { Readings } from './readings.js';
import type { EndKey } from './remainder.js';
import { sliceSpan } from './span.js';
import { trueFalseWord } from './true-false.js';

const bareLetters =
  /^[(（]?(?:[A-H①-⑩](?:[\s,;&、，]*[A-H①-⑩]){0,7}|[a-h](?:\s*[,;&]\s*[a-h]){0,7})[)）.]?$/u;

/** Where answers were announced, several letters or true and false may be listed too. */
const isAnnounced = (content: string): boolean =>
  (namesLetters(content) && !/\d/.test(content)) || trueFalseWord(content) !== null;

/** `2. C` among the numbers of an open question: an option that reads like a listed answer. */
export function isOptionOfLetters(
  draft: Draft | null,
  marker: QuestionMarker,
  readings: Readings,
  index: number,
  styles: NumberingStyles,
): boolean {
  if (!draft || draft.closed || marker.value !== draft.options.length + 1) return false;
  if (draft.options.length > 0) return draft.options.every(({ family }) => family === 'number');
  const next = nextReading(readings, index);
  if (next?.question?.value !== 2 || next.question.style !== marker.style) return false;
  if (styles.options.has(marker.style) && !isStemOpen(draft)) return true;
  // `1. A, B` below lettered statements names them; elsewhere such lines are a list of answers.
  const states = draft.stem.filter(({ text }) => matchOptionLabel(text) !== null).length > 1;
  const areLetters = bareLetters.test(sliceSpan(next.span, next.question.from).text.trim());
  return states || !areLetters || answerFollowsList(readings, index);
}

/**
 * `3. B` or `3. Answer: B`: an answer given apart from its question; null for anything else. More counts as an
 * answer where a list of answers was `announcedAbove`.
 */
export function readListedAnswer(
  reading: Reading,
  marker: QuestionMarker,
  readings: Readings,
  index: number,
  { styles, announcedAbove }: { styles: NumberingStyles; announcedAbove: boolean },
): EndKey | null {
  const content = sliceSpan(reading.span, marker.from).text.trim();
  const announced = answerOf(content)?.value ?? null;
  const isAnswer = bareLetters.test(content) || (announcedAbove && isAnnounced(content));
  if (announced === null && !isAnswer) return null;
  if (announced === null && bodyFollows(readings, index, styles, true)) return null;
  return { number: marker.value, value: announced ?? content, span: reading.span, explanation: [] };
}
