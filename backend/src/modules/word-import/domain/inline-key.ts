import { matchAnswerLine } from './key-words.js';
import { trueFalseWord } from './true-false.js';

/** An answer written on the question's own line. Positions are in the line's text. */
export interface InlineKey {
  value: string;
  /** The stretch that says it, which students must not see. */
  from: number;
  to: number;
  /** What follows in brackets, such as the correction of a false statement; empty when nothing does. */
  comment: { from: number; to: number } | null;
  /** Only to be believed where the whole document is written so: `(B)` or `→ B` at the end of a line. */
  needsHabit: boolean;
}

const letters = '[A-Ha-hА-ГДа-д](?:\\s*[,;、，&]?\\s*[A-Ha-hА-ГДа-д]){0,5}';
const token = new RegExp(`^(?:${letters}|\\d{1,2})[.。)]?$`, 'u');
const arrow = /[→⇒➔➜⟶]|[-=]{1,3}>/gu;
/** Nothing at the end of a line is looked for further back than this. */
const longestTail = 120;
const bracketed = /[([（【]\s*([^()[\]（）【】]{1,60}?)\s*[)\]）】]\s*[.。．?？:：]?\s*$/u;
/** Chinese, Japanese and Korean papers leave room for the letter inside the sentence: 下列（ B ）是. */
const cjkRoom = /[（(]\s*([A-H](?:\s*[、，,]?\s*[A-H]){0,5}|[√×✓✗✔✘])\s*[)）]/u;
const cjkText = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
const signs = /^[√×✓✗✔✘○]$/u;
const announcedAtEnd = /(?<=[\s.?!:。？！：)）_])\S[^:：]{0,40}[:：]\s*[^:：]{1,24}$/u;

/** Is this text nothing but a letter, a few letters, a number, or a word for true or false? */
function isBareValue(text: string): boolean {
  return token.test(text) || trueFalseWord(text) !== null;
}

/** `… → False (correct: Paris)`. */
function afterArrow(text: string): InlineKey | null {
  let last: RegExpExecArray | null = null;
  for (const found of text.matchAll(arrow)) last = found;
  if (!last || last.index === 0) return null;
  const after = last.index + last[0].length;
  const rest = text.slice(after).trimStart();
  const start = text.length - rest.length;
  const open = rest.search(/[([（【]/);
  const value = (open > 0 ? rest.slice(0, open) : rest).replace(/[\s.。]+$/, '');
  if (!isBareValue(value)) return null;
  const comment = open > 0 ? { from: start + open, to: text.length } : null;
  // `A + B → C` is chemistry; only a word for true or false speaks for itself.
  const needsHabit = value.length === 1 || trueFalseWord(value) === null;
  return { value, from: last.index, to: text.length, comment, needsHabit };
}

/** `… (Answer: B)`, `… （√）`, and `… (B)` where that is a habit. */
function inBrackets(text: string): InlineKey | null {
  const begin = Math.max(0, text.length - longestTail);
  const found = bracketed.exec(text.slice(begin));
  const inner = found?.[1] ?? '';
  if (!found || begin + found.index === 0) return null;
  const place = { from: begin + found.index, to: text.length, comment: null };
  const said = matchAnswerLine(inner);
  if (said?.separated && isBareValue(said.value)) {
    return { value: said.value, needsHabit: false, ...place };
  }
  if (signs.test(inner)) return { value: inner, needsHabit: false, ...place };
  return isBareValue(inner) ? { value: inner, needsHabit: true, ...place } : null;
}

/** `… Answer: B` at the end of the line. */
function announced(text: string): InlineKey | null {
  const begin = Math.max(0, text.length - longestTail);
  const found = /[:：]/.test(text) ? announcedAtEnd.exec(text.slice(begin)) : null;
  if (!found) return null;
  // The words of the announcement begin somewhere in what was found: the longest that reads as one.
  for (let at = begin + found.index; at < text.length; at += 1) {
    if (at > begin + found.index && !/[\s.?!:。？！：)）_]/u.test(text.charAt(at - 1))) continue;
    const said = matchAnswerLine(text.slice(at));
    if (!said?.separated || !isBareValue(said.value)) continue;
    return at === 0
      ? null
      : { value: said.value, from: at, to: text.length, comment: null, needsHabit: false };
  }
  return null;
}

function insideSentence(text: string): InlineKey | null {
  if (!cjkText.test(text)) return null;
  const found = cjkRoom.exec(text);
  if (!found) return null;
  const value = found[1] ?? '';
  const [from, to] = [found.index, found.index + found[0].length];
  return { value, from, to, comment: null, needsHabit: !signs.test(value) };
}

/** The answer that a question's line gives itself, or null. Numbers in plain brackets are never one. */
export function findInlineKey(text: string): InlineKey | null {
  if (!/[)\]）】>→⇒➔➜⟶:：]/u.test(text)) return null;
  const line = text.trimEnd();
  const found = afterArrow(line) ?? announced(line) ?? inBrackets(line) ?? insideSentence(line);
  return found?.needsHabit && /\d/.test(found.value) ? null : found;
}

/** The same, where this document is written so. */
export function inlineKeyOf(
  text: string,
  { inlineKeys }: { inlineKeys: boolean },
): InlineKey | null {
  const found = findInlineKey(text);
  return found?.needsHabit && !inlineKeys ? null : found;
}
