import { claim, type Draft } from './draft.js';
import { isLoneAnswer } from './lone-answer.js';
import type { Reading } from './reading.js';
import type { Remainder } from './remainder.js';
import { sliceSpan, trimSpan, type Span } from './span.js';
import { trueFalseWord } from './true-false.js';

/** `(b) - because …` after the options: their letter comes back with an explanation. */
const explainedKey = /^\s*[(（]([A-Ja-j])[)）]\s*[-–—:]\s*(?=\S)/u;
/** Feedback on the question as a whole, wherever it stands. */
const generalFeedback = /^\s*(?:default|general|overall|question|correct|incorrect)\s/i;

const isBegun = ({ options, keys, accepted }: Draft): boolean =>
  options.length + keys.length + accepted.length > 0;

/** A comment of the program in a stem, rather than one of the teacher's. */
const isCodeComment = ({ ignored, span }: Reading, draft: Draft | null): boolean =>
  ignored === 'COMMENT' &&
  span.text.trimStart().startsWith('//') &&
  draft !== null &&
  !draft.closed &&
  draft.options.length === 0 &&
  draft.stem.some(({ text }) => text !== '');

function close(draft: Draft, span: Span): void {
  claim(draft, span);
  draft.closed = true;
}

/** `(Correct: Paris)` below `→ False`: not another answer but what would be right. */
function isCorrection(value: string, draft: Draft): boolean {
  const before = draft.keys.at(-1)?.value;
  if (before === undefined || draft.options.length > 0) return false;
  return trueFalseWord(before)?.value === false && !trueFalseWord(value);
}

function takeKey(
  value: string,
  span: Span,
  draft: Draft | null,
  rest: Remainder,
  lead: boolean,
): void {
  if (value !== '' && lead) {
    rest.leadingKeys.push({ value, span });
    if (draft && isBegun(draft)) draft.closed = true;
  } else if (value === '') {
    if (draft) draft.awaiting = span;
    rest.keysAnnounced = true;
    rest.ignored.push({ span, reason: 'ANSWER_EMPTY' });
  } else if (!draft) rest.orphanKeys.push(span);
  else {
    if (isCorrection(value, draft)) draft.explanation.push(trimSpan(span));
    else draft.keys.push({ value, span });
    close(draft, span);
  }
}

/** The line below `Answer:`, where it is nothing but an answer. */
function takeAwaited(reading: Reading, draft: Draft, rest: Remainder): boolean {
  const { span, question, ignored } = reading;
  if (ignored === 'LEFT_OUT_BY_CHOICE') return false;
  const announcement = draft.awaiting;
  draft.awaiting = null;
  const value = span.text.trim();
  if (announcement === null || question || !isLoneAnswer(value, draft)) return false;
  const told = rest.ignored.findLastIndex((line) => line.span === announcement);
  if (told >= 0) rest.ignored.splice(told, 1);
  claim(draft, announcement);
  draft.keys.push({ value, span });
  draft.awaited = true;
  close(draft, span);
  return true;
}

function takeExplanation(reading: Reading, draft: Draft | null, rest: Remainder): boolean {
  const text = trimSpan(sliceSpan(reading.span, reading.explanation ?? 0));
  if (draft && (isBegun(draft) || reading.markup)) {
    const option = draft.closed ? undefined : draft.options.at(-1);
    const about = option !== undefined && !generalFeedback.test(reading.span.text);
    if (about) draft.feedback.push({ option, span: text });
    else draft.explanation.push(text);
    claim(draft, reading.span);
    return true;
  }
  const endKey = rest.endKeys.at(-1);
  if (draft || !endKey) return false;
  endKey.explanation.push(text);
  return true;
}

function takeExplainedKey(span: Span, draft: Draft | null): boolean {
  const found = explainedKey.exec(span.text);
  const letter = found?.[1];
  if (!draft || !found || letter === undefined || draft.options.length < 2) return false;
  if (!draft.options.some(({ label }) => label === letter)) return false;
  draft.keys.push({ value: letter, span });
  draft.explanation.push(trimSpan(sliceSpan(span, found[0].length)));
  close(draft, span);
  return true;
}

function takeQuizField(reading: Reading, draft: Draft | null, rest: Remainder): boolean {
  const { field, span } = reading;
  if (!field || reading.question) return false;
  const ofStem = field.name === 'title' || field.name === 'description';
  if (draft && ofStem && !isBegun(draft)) return false;
  rest.fields.push({ ...field, span, inQuestion: draft !== null });
  if (draft && draft.options.length > 0) draft.closed = true;
  return true;
}

function takePoints(value: number, span: Span, draft: Draft | null, rest: Remainder): void {
  if (!draft) rest.pointsLead = true;
  if (draft && !(rest.pointsLead && isBegun(draft))) {
    draft.points = value;
    claim(draft, span);
  } else {
    dropLeadingPoints(rest);
    rest.points = { value, span };
  }
}

/** Points whose question never came. */
export function dropLeadingPoints(rest: Remainder): void {
  if (rest.points) rest.ignored.push({ span: rest.points.span, reason: 'QUESTION_FIELD' });
  rest.points = null;
}

/** Points that stand before their question. */
export function takeLeadingPoints(draft: Draft, rest: Remainder): void {
  if (!rest.points) return;
  draft.points = rest.points.value;
  claim(draft, rest.points.span);
  rest.points = null;
}

/** Answers that stand before their question. */
export function takeLeadingKeys(draft: Draft, rest: Remainder): void {
  draft.keys.push(...rest.leadingKeys);
  claim(draft, ...rest.leadingKeys.map(({ span }) => span));
  rest.leadingKeys = [];
}

function takeTyped({ accepted, essay, span }: Reading, draft: Draft | null): boolean {
  if (!draft || draft.options.length > 0) return false;
  if (accepted !== null) draft.accepted.push({ value: accepted, span });
  else if (essay) draft.essay = true;
  else return false;
  claim(draft, span);
  return true;
}

/** Takes a line that says itself what it is: an answer, an explanation, points, or nothing of a question. */
export function takeField(
  reading: Reading,
  draft: Draft | null,
  rest: Remainder,
  answersLead: boolean,
): boolean {
  const { span, ignored, points } = reading;
  if (draft?.awaiting && takeAwaited(reading, draft, rest)) return true;
  if (takeQuizField(reading, draft, rest) || takeTyped(reading, draft)) return true;
  if (ignored !== null && !isCodeComment(reading, draft)) {
    rest.ignored.push({ span, reason: ignored });
    if (draft && draft.options.length > 0) draft.closed = true;
    return true;
  }
  if (points !== null) {
    takePoints(points, span, draft, rest);
    return true;
  }
  if (reading.explanation !== null && takeExplanation(reading, draft, rest)) return true;
  if (!reading.key) return takeExplainedKey(span, draft);
  takeKey(reading.key.value, span, draft, rest, answersLead);
  return true;
}
