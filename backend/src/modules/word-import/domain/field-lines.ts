import { claim, type Draft } from './draft.js';
import type { Reading } from './reading.js';
import type { Remainder } from './remainder.js';
import { sliceSpan, trimSpan, type Span } from './span.js';

/** `(b) - because …` after the options: their letter comes back with an explanation. */
const explainedKey = /^\s*[(（]([A-Ja-j])[)）]\s*[-–—:]\s*(?=\S)/u;

function close(draft: Draft, span: Span): void {
  claim(draft, span);
  draft.closed = true;
}

function takeKey(value: string, span: Span, draft: Draft | null, rest: Remainder): void {
  if (value === '') {
    rest.ignored.push({ span, reason: 'ANSWER_EMPTY' });
  } else if (!draft) rest.orphanKeys.push(span);
  else {
    draft.keys.push({ value, span });
    close(draft, span);
  }
}

function takeExplanation(from: number, span: Span, draft: Draft | null, rest: Remainder): boolean {
  const text = trimSpan(sliceSpan(span, from));
  if (draft && draft.options.length + draft.keys.length > 0) {
    // Not the end of the options: some documents explain each of them in turn.
    draft.explanation.push(text);
    claim(draft, span);
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

/** Takes a line that says itself what it is: an answer, an explanation, points, or nothing of a question. */
export function takeField(reading: Reading, draft: Draft | null, rest: Remainder): boolean {
  const { span } = reading;
  if (reading.ignored !== null) {
    rest.ignored.push({ span, reason: reading.ignored });
    if (draft && draft.options.length > 0) draft.closed = true;
    return true;
  }
  if (reading.points !== null && draft) {
    draft.points = reading.points;
    claim(draft, span);
    return true;
  }
  if (reading.explanation !== null && takeExplanation(reading.explanation, span, draft, rest)) {
    return true;
  }
  if (!reading.key) return takeExplainedKey(span, draft);
  takeKey(reading.key.value, span, draft, rest);
  return true;
}
