import type { DraftOption } from './draft-option.js';
import { answerOf } from './reading.js';
import type { Readings } from './readings.js';
import type { Span } from './span.js';

/** One pair of an answer: which numbered item goes with which letter. */
interface Pair {
  left: number;
  value: string;
  span: Span;
}

export interface MatchingKeys {
  pairs: Pair[];
  /** An answer line that names no pairs. */
  unclear: Span | null;
  /** The position of the last line read. */
  last: number;
}

const pairOf =
  /\s*[(（]?(\d{1,2})\s*[)）.:]?\s*(?:[-–—→=:>]+\s*)?[(（]?([A-Za-zА-Яа-я])(?!\p{L})[)）]?\.?\s*(?:[,;，；|/&]\s*|(?:và|and)\s+|$|(?=[\d(（]))/iuy;
const written = /^(?:\d{1,2}[.)]\s*)?(.+?)\s*(?:\s[-–—]+>?|[-=]>|→|=|:)\s*(.+)$/u;

function letterPairs(text: string): Omit<Pair, 'span'>[] {
  const pairs: Omit<Pair, 'span'>[] = [];
  pairOf.lastIndex = 0;
  while (pairOf.lastIndex < text.length) {
    const [, number, value] = pairOf.exec(text) ?? [];
    if (number === undefined || value === undefined) return [];
    pairs.push({ left: Number(number), value });
  }
  return pairs;
}

const folded = (text: string): string =>
  text
    .trim()
    .replace(/[.;,。]$/u, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();

/** The only item that reads so. */
function positionOf(text: string, items: readonly DraftOption[]): number | null {
  const at = items.flatMap(({ spans }, index) =>
    folded(spans.map((span) => span.text).join(' ')) === folded(text) ? [index] : [],
  );
  return at.length === 1 ? (at[0] ?? null) : null;
}

function textPairs(
  text: string,
  left: readonly DraftOption[],
  right: readonly DraftOption[],
): Omit<Pair, 'span'>[] {
  const pairs = text.split(/\s*[;；]\s*/u).map((part) => {
    const [, one = '', other = ''] = written.exec(part) ?? [];
    const from = positionOf(one, left);
    const to = positionOf(other, right);
    const value = to === null ? undefined : right[to]?.label;
    return from === null || value === undefined ? null : { left: from + 1, value };
  });
  return pairs.every((pair) => pair !== null) ? pairs : [];
}

/** The pairs below a matching exercise: `1-c, 2-a`, `1c 2a` or `left – right`, announced or by themselves. */
export function readMatchingKeys(
  readings: Readings,
  after: number,
  left: readonly DraftOption[],
  right: readonly DraftOption[],
): MatchingKeys {
  const keys: MatchingKeys = { pairs: [], unclear: null, last: after };
  let announced = false;
  for (let at = after + 1; at < readings.length; at += 1) {
    const reading = readings.at(at);
    if (!reading || reading.blank) continue;
    const { span } = reading;
    const answer = answerOf(span.text);
    if (answer?.value === '' && !announced) {
      announced = true;
      continue;
    }
    const value = answer?.value ?? span.text.trim();
    const letters = letterPairs(value);
    const pairs = letters.length > 0 ? letters : textPairs(value, left, right);
    const isList = pairs.length > 1 || (pairs.length === 1 && (announced || answer !== null));
    if (!isList || pairs.some((pair) => pair.left > left.length)) {
      if (!answer?.value) break;
      return { ...keys, unclear: span, last: at };
    }
    keys.pairs.push(...pairs.map((pair) => ({ ...pair, span })));
    keys.last = at;
    announced = true;
    if (keys.pairs.length >= left.length) break;
  }
  return keys;
}
