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
  /** Its letter and its text name different options. */
  | { kind: 'conflict' }
  | { kind: 'ambiguous' };

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+\-−<>=√%*/^]+/gu, '');

const labelToken = '[A-Za-zА-Яа-я①-⑩ء-ي]|\\d{1,2}';
const separators =
  '\\s*(?:[,;/&+、，；]|\\s(?:and|và|e|y|et|und|и|та|va|dan|ve|ja|og|och|en|oraz|a|și|és|και|و)\\s|和|与|및)\\s*';
const list = new RegExp(
  `^[(\\[（]?(?:${labelToken})[)\\]）.]?(?:${separators}[(\\[（]?(?:${labelToken})[)\\]）.]?)*[.。]?$`,
  'iu',
);
/** `AC`, `A C`, `(AC)` */
const joinedLetters = /^[([（]?(?:[A-H](?:\s*[A-H]){1,7}|[a-h](?:\s*[a-h]){1,7})[)\]）]?[.。]?$/u;
const labelThenText = new RegExp(
  `^[(\\[（]?(${labelToken})(?:[)\\]）]\\s*[.:–—-]?|\\s?[.:：、．,，]|\\s+[-–—=]|\\s+(?=[(（[]))\\s*(\\S.*)$`,
  'iu',
);
/** `B because …` */
const labelThenReason = new RegExp(
  `^(${labelToken})\\s+(?:because|since|as|vì|bởi vì|因为|porque|pues|parce que|car|weil|denn|perché|karena|sebab|потому что|так как|бо|тому що|çünkü|chunki|omdat|ponieważ|protože|deoarece|mert|لأن|زیرا|क्योंकि|เพราะ)(?![\\p{L}\\p{N}]).*$`,
  'iu',
);
/** Words that say nothing of their own: `Option B`, `Both A and C`, `A and C only`, `B is correct`. */
const leadWords = new RegExp(
  `^(?:(?:both|only|option|options|choice|choices|letter|letters|opt\\.|answer|answers|phương án|đáp án|ý|cả|选项?|選項?|選択肢|вариант|варианты|пункт|буква|opción|opciones|opção|opções|option|choix|lettre|antwort|buchstabe|lettera|opzione|opsi|pilihan|huruf|variant|şık|seçenek|گزینه|الخيار)\\s*[.:]?\\s*)+(?=[(\\[（]?(?:${labelToken})(?![\\p{L}\\p{N}]))`,
  'iu',
);
const tailWords =
  /\s+(?:only|(?:is|are) (?:the )?(?:correct|right|true)(?: answers?| options?)?|are both correct|đúng|là đúng)[.!]?$/iu;

/** Letters of one alphabet that look like those of another: a Russian `А` is the Latin one to the eye. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
};
const lookOf = (label: string): string => {
  const letter = label.normalize('NFKC').toLowerCase();
  return lookAlikes[letter] ?? letter;
};

function indexesOf(
  token: string,
  choices: readonly Choice[],
  read: (text: string) => string,
): number[] {
  const wanted = read(token);
  return choices.flatMap(({ label }, index) => (read(label) === wanted ? [index] : []));
}

/** The option a letter names: as it is written, whatever its case, or by its looks; -1 for none, -2 for several. */
function indexOfLabel(token: string, choices: readonly Choice[]): number {
  const readings = [
    (text: string) => text,
    (text: string) => text.normalize('NFKC').toLowerCase(),
    lookOf,
  ];
  for (const read of readings) {
    const [first, second] = indexesOf(token, choices, read);
    if (first !== undefined) return second === undefined ? first : -2;
  }
  return -1;
}

/** The place in an alphabet, where that differs from the place the letter's looks name. */
function disagreesByPlace(token: string, index: number, choices: readonly Choice[]): boolean {
  if (choices[index]?.label.toLowerCase() === token.toLowerCase()) return false;
  const place = letterOrdinal(token.normalize('NFKC').toUpperCase())?.ordinal;
  const ownPlace = letterOrdinal((choices[index]?.label ?? '').toUpperCase())?.ordinal;
  // A Latin B for the Cyrillic list А Б В Г may be its second or, by its looks, its third.
  return (
    place !== undefined && ownPlace !== undefined && place !== ownPlace && /[a-z]/i.test(token)
  );
}

/** Unlabelled options are counted A, B, C or 1, 2, 3. */
function resolveToken(token: string, choices: readonly Choice[]): number {
  const unlabelled = choices.every(({ label }) => label === '');
  if (unlabelled) {
    const ordinal = /^\d+$/.test(token)
      ? Number(token)
      : (letterOrdinal(token.normalize('NFKC').toUpperCase())?.ordinal ?? 0);
    return ordinal >= 1 && ordinal <= choices.length ? ordinal - 1 : -1;
  }
  const index = indexOfLabel(token, choices);
  return index >= 0 && disagreesByPlace(token, index, choices) ? -2 : index;
}

/** Labels that occur twice cannot be referred to. */
function hasRepeatedLabels(choices: readonly Choice[]): boolean {
  const labels = choices.map(({ label }) => label.toLowerCase()).filter((label) => label !== '');
  return new Set(labels).size < labels.length;
}

function readTokens(tokens: readonly string[], choices: readonly Choice[]): KeyReading {
  if (hasRepeatedLabels(choices)) return { kind: 'ambiguous' };
  const indexes = tokens.map((token) => resolveToken(token, choices));
  if (indexes.includes(-2)) return { kind: 'ambiguous' };
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

const lettersOf = (text: string): string[] => text.match(/[A-H]/giu) ?? [];

/** Is a text nothing but letters or numbers of options? */
export const namesLetters = (text: string): boolean =>
  list.test(text.trim()) || joinedLetters.test(text.trim());

/** Do two texts read the same, whatever their case, spaces and punctuation? */
export const sameText = (a: string, b: string): boolean => fold(a) !== '' && fold(a) === fold(b);

/** The letters or numbers of a list: `A, C and D`. */
export function splitList(text: string): string[] {
  const parts = text.split(new RegExp(separators, 'iu'));
  return parts.flatMap((part) => tokensOf(part).slice(0, 1));
}

const shortestTelling = 4;

/** Does the text begin like another option and not like the one its letter names? */
function tellsOfAnother(text: string, index: number, choices: readonly Choice[]): boolean {
  const wanted = fold(text);
  const alike = choices.map((choice) => {
    const own = fold(choice.text);
    const shorter = Math.min(own.length, wanted.length);
    return shorter >= shortestTelling && (own.startsWith(wanted) || wanted.startsWith(own));
  });
  return alike.includes(true) && alike[index] !== true;
}

/** `B. Paris` or `B - because …`: the text must not be that of another option. */
function readLabelledText(text: string, choices: readonly Choice[]): KeyReading {
  const reason = labelThenReason.exec(text)?.[1];
  if (reason !== undefined) return readTokens([reason], choices);
  const found = labelThenText.exec(text);
  const said = (found?.[2] ?? '').replace(/^[(（[](.*)[)）\]]$/u, '$1');
  if (!found) return { kind: 'outOfRange' };
  const named = readTokens([found[1] ?? ''], choices);
  const byLabel = reconcile(named, byText(said, choices));
  if (named.kind === 'choices' && byLabel.kind === 'ambiguous') return { kind: 'conflict' };
  if (byLabel.kind !== 'choices') return byLabel;
  const [index = -1] = byLabel.indexes;
  return tellsOfAnother(said, index, choices) ? { kind: 'conflict' } : byLabel;
}

function readList(
  text: string,
  choices: readonly Choice[],
  trueFalse: KeyReading | null,
): KeyReading {
  const tokens = splitList(text);
  if (tokens.length === 1 && trueFalse && indexOfLabel(tokens[0] ?? '', choices) < 0) {
    return trueFalse;
  }
  return reconcile(readTokens(tokens, choices), byText(text, choices));
}

/**
 * Reads the value of an answer line: letters or numbers of options, several of them, an option's full
 * text, a letter with its text, or true/false. Letters refer to the file's own order.
 */
export function readKeyValue(value: string, choices: readonly Choice[]): KeyReading {
  const written = value.trim();
  const trueFalse = readTrueFalse(written, choices);
  if (choices.length === 0) return trueFalse ?? { kind: 'text', text: written };
  const text = written.normalize('NFKC').replace(leadWords, '').replace(tailWords, '');
  if (list.test(text)) return readList(text, choices, trueFalse);
  if (trueFalse) return trueFalse;
  const texts = byText(written, choices);
  const joined = joinedLetters.test(text) ? readTokens(lettersOf(text), choices) : null;
  if (joined?.kind === 'choices') return reconcile(joined, texts);
  if (texts.length === 1) return { kind: 'choices', indexes: texts };
  if (texts.length > 1) return { kind: 'ambiguous' };
  return joined ?? readLabelledText(text, choices);
}
