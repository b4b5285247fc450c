import { letterOrdinal } from './labels.js';
import { trueFalseWord } from './true-false.js';

/** What the options of a question offer to an answer line. */
export interface Choice {
  label: string;
  text: string;
}

export type KeyReading =
  | { kind: 'choices'; indexes: number[] }
  | { kind: 'trueFalse'; value: boolean; words: readonly [string, string] }
  | { kind: 'text'; text: string }
  | { kind: 'outOfRange' }
  | { kind: 'ambiguous' };

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+\-−<>=√%*/^]+/gu, '');

const labelToken = '[A-Za-zА-Яа-я①-⑩]|\\d{1,2}';
const separators = '\\s*(?:[,;/&+、，；]|\\s(?:and|và|e|y|et|und|и|та|va|dan|ve)\\s|和|与)\\s*';
const list = new RegExp(
  `^[(\\[（]?(?:${labelToken})[)\\]）.]?(?:${separators}[(\\[（]?(?:${labelToken})[)\\]）.]?)*[.。]?$`,
  'iu',
);
/** `AC`, `A C`, `(AC)` */
const joinedLetters = /^[([（]?(?:[A-H](?:\s*[A-H]){1,7}|[a-h](?:\s*[a-h]){1,7})[)\]）]?[.。]?$/u;
const labelThenText = new RegExp(
  `^[(\\[（]?(${labelToken})(?:[)\\]）]\\s*[.:–—-]?|\\s?[.:：、．]|\\s+[-–—])\\s*(\\S.*)$`,
  'iu',
);

function indexOfLabel(token: string, choices: readonly Choice[]): number {
  const exact = choices.findIndex(({ label }) => label === token);
  if (exact >= 0) return exact;
  const wanted = token.toLowerCase();
  return choices.findIndex(({ label }) => label.toLowerCase() === wanted);
}

/** Labels that occur twice cannot be referred to; unlabelled options are counted A, B, C or 1, 2, 3. */
function resolveToken(token: string, choices: readonly Choice[]): number {
  const unlabelled = choices.every(({ label }) => label === '');
  if (unlabelled) {
    const ordinal = /^\d+$/.test(token)
      ? Number(token)
      : (letterOrdinal(token.toUpperCase())?.ordinal ?? 0);
    return ordinal >= 1 && ordinal <= choices.length ? ordinal - 1 : -1;
  }
  return indexOfLabel(token, choices);
}

function hasRepeatedLabels(choices: readonly Choice[]): boolean {
  const labels = choices.map(({ label }) => label.toLowerCase()).filter((label) => label !== '');
  return new Set(labels).size < labels.length;
}

function readTokens(tokens: readonly string[], choices: readonly Choice[]): KeyReading {
  if (hasRepeatedLabels(choices)) return { kind: 'ambiguous' };
  const indexes = tokens.map((token) => resolveToken(token, choices));
  if (indexes.includes(-1)) return { kind: 'outOfRange' };
  return { kind: 'choices', indexes: [...new Set(indexes)].toSorted((a, b) => a - b) };
}

function byText(value: string, choices: readonly Choice[]): number[] {
  const wanted = fold(value);
  if (wanted === '') return [];
  return choices.flatMap(({ text }, index) => (fold(text) === wanted ? [index] : []));
}

function readTrueFalse(value: string, choices: readonly Choice[]): KeyReading | null {
  const word = trueFalseWord(value);
  if (!word) return null;
  const values = choices.map(({ text }) => trueFalseWord(text)?.value);
  if (choices.length === 0) return { kind: 'trueFalse', value: word.value, words: word.words };
  if (choices.length !== 2 || values.includes(undefined) || values[0] === values[1]) return null;
  return { kind: 'choices', indexes: [values.indexOf(word.value)] };
}

/** Both a label and a text can be meant: they must not name different options. */
function reconcile(byLabel: KeyReading, texts: readonly number[]): KeyReading {
  if (texts.length !== 1) return byLabel;
  const [only = -1] = texts;
  if (byLabel.kind === 'outOfRange') return { kind: 'choices', indexes: [only] };
  if (byLabel.kind === 'choices' && byLabel.indexes.join() !== String(only)) {
    return { kind: 'ambiguous' };
  }
  return byLabel;
}

const tokensOf = (value: string): string[] =>
  value.match(new RegExp(labelToken, 'giu'))?.filter((token) => token.length > 0) ?? [];

/**
 * Reads the value of an answer line: letters or numbers of options, several of them, an option's full
 * text, a letter with its text, or true/false. Letters refer to the file's own order.
 */
export function readKeyValue(value: string, choices: readonly Choice[]): KeyReading {
  const text = value.trim();
  const texts = byText(text, choices);
  const trueFalse = readTrueFalse(text, choices);
  if (list.test(text)) {
    const tokens = splitList(text);
    if (tokens.length === 1 && trueFalse && indexOfLabel(tokens[0] ?? '', choices) < 0) {
      return trueFalse;
    }
    if (choices.length === 0) return { kind: 'text', text };
    return reconcile(readTokens(tokens, choices), texts);
  }
  if (trueFalse) return trueFalse;
  const joined = joinedLetters.test(text) ? readTokens(lettersOf(text), choices) : null;
  if (joined?.kind === 'choices') return reconcile(joined, texts);
  if (texts.length === 1) return { kind: 'choices', indexes: texts };
  if (texts.length > 1) return { kind: 'ambiguous' };
  if (choices.length === 0) return { kind: 'text', text };
  if (joined) return joined;
  return readLabelledText(text, choices);
}

const lettersOf = (text: string): string[] => text.match(/[A-H]/giu) ?? [];

/** Do two texts read the same, whatever their case, spaces and punctuation? */
export const sameText = (a: string, b: string): boolean => fold(a) !== '' && fold(a) === fold(b);

function splitList(text: string): string[] {
  const parts = text.split(new RegExp(separators, 'iu'));
  return parts.flatMap((part) => tokensOf(part).slice(0, 1));
}

/** `B. Paris` or `B - because …`: the text must not be that of another option. */
function readLabelledText(text: string, choices: readonly Choice[]): KeyReading {
  const found = labelThenText.exec(text);
  if (!found) return { kind: 'outOfRange' };
  return reconcile(readTokens([found[1] ?? ''], choices), byText(found[2] ?? '', choices));
}
