import type { DiagnosticCode } from './diagnostics.js';
import type { Draft } from './draft.js';
import { formatSignals, type FormatSignal } from './key-signals.js';
import { note, type Note } from './notes.js';
import { readKeyValue, type Choice, type KeyReading } from './key-value.js';
import type { Span } from './span.js';

export type ResolvedKey =
  | { kind: 'choices'; indexes: number[] }
  | { kind: 'trueFalse'; value: boolean; words: readonly [string, string] }
  | { kind: 'text'; text: string }
  | { kind: 'none'; code: DiagnosticCode; note?: Note };

const none = (code: DiagnosticCode, more?: Note): ResolvedKey => ({
  kind: 'none',
  code,
  note: more,
});

const sameReading = (a: KeyReading, b: KeyReading): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Letters of options, alone or several, or one before a text. */
const names =
  /^[([]?(?:[A-Ja-j][\s,;&/+]*){1,6}[)\].]?$|^[([]?(?:\p{L}|\d{1,2})[)\].:、]+(?:\s|$)|^\p{L}[)\].]?$/u;

/**
 * Does an answer name one of the lines below the question, by letter, number or its very text? Then those
 * lines are its options, written in a way that was not understood, and the answer is no text to type.
 */
function namesLine(answer: string, stem: readonly Span[]): boolean {
  const below = stem.slice(1).filter(({ text }) => text.trim() !== '');
  if (below.length < 2) return false;
  if (/^\d{1,2}[)\].]?$/u.test(answer)) return Number.parseInt(answer, 10) <= below.length;
  if (/^\p{Ideographic}/u.test(answer)) return false;
  if (names.test(answer.replace(/\s(?:and|or|và|и|y|e|et|und|dan)\s/giu, ','))) return true;
  const wanted = folded(answer);
  return wanted !== '' && below.some(({ text }) => folded(text).endsWith(wanted));
}

/** The answer lines of a question, which must all say the same. */
function fromLines(draft: Draft, choices: readonly Choice[]): ResolvedKey | null {
  const [first, ...others] = draft.keys.map(({ value }) => readKeyValue(value, choices));
  if (!first) return null;
  if (others.some((other) => !sameReading(first, other))) {
    return none('KEY_CONFLICT', note('ANSWER_LINES_DIFFER'));
  }
  const written = draft.keys[0]?.value ?? '';
  if (first.kind === 'outOfRange') return none('KEY_OUT_OF_RANGE', note('WRITTEN', { written }));
  if (first.kind === 'text' && namesLine(first.text, draft.stem)) {
    return none('KEY_OUT_OF_RANGE', note('NO_OPTIONS_TO_NAME', { written }));
  }
  if (first.kind === 'ambiguous') return none('KEY_AMBIGUOUS', note('WRITTEN', { written }));
  return first;
}

/** The answer listed elsewhere, where it names options of this question. */
function fromEndKey({ endKey }: Draft, choices: readonly Choice[]): KeyReading | null {
  return endKey ? readKeyValue(endKey.value, choices) : null;
}

/** Marks such as `*` before options; on every option they mark nothing. */
function fromMarks({ options }: Draft): number[] | null {
  const marked = options.flatMap((option, index) => (option.marked ? [index] : []));
  return marked.length > 0 && marked.length < options.length ? marked : null;
}

const signNames: Readonly<Record<FormatSignal, string>> = {
  highlight: 'the highlight',
  bold: 'bold type',
  underline: 'the underline',
  colour: 'the colour',
  labelUnderline: 'the underlined letter',
};

interface Sign {
  name: string;
  indexes: number[];
}

/**
 * The right answer of a question: answer line, then mark, list of answers, highlight, bold, underline, colour. Signs that
 * disagree choose nothing, and nothing is ever guessed.
 */
export function resolveKey(
  draft: Draft,
  choices: readonly Choice[],
  signals: ReadonlyMap<FormatSignal, number[]>,
  habitual: ReadonlySet<FormatSignal>,
): ResolvedKey {
  const line = fromLines(draft, choices);
  if (line && line.kind !== 'choices') return line;
  const marks = fromMarks(draft);
  const listed = fromEndKey(draft, choices);
  if (listed && listed.kind !== 'choices')
    return none('KEY_OUT_OF_RANGE', note('ANSWER_LIST_NAMES_NONE'));
  const signs: Sign[] = [
    ...(line ? [{ name: 'the answer line', indexes: line.indexes }] : []),
    ...(marks ? [{ name: 'the mark', indexes: marks }] : []),
    ...(listed ? [{ name: 'the list of answers', indexes: listed.indexes }] : []),
    ...formatSignals.flatMap((name) => {
      const indexes = habitual.has(name) ? signals.get(name) : undefined;
      return indexes ? [{ name: signNames[name], indexes }] : [];
    }),
  ];
  const [strongest, ...others] = signs;
  if (!strongest) return none(signals.size > 0 ? 'KEY_AMBIGUOUS' : 'KEY_MISSING');
  const differing = others.find(({ indexes }) => indexes.join() !== strongest.indexes.join());
  if (!differing) return { kind: 'choices', indexes: strongest.indexes };
  return none(
    'KEY_CONFLICT',
    note('SIGNS_DIFFER', { first: strongest.name, second: differing.name }),
  );
}
