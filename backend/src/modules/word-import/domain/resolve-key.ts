import type { AnswerLook, ImportChoices } from '../../../shared/import-choices.js';
import type { DiagnosticCode } from './diagnostics.js';
import type { Draft } from './draft.js';
import { formatSignals, type FormatSignal } from './key-signals.js';
import { readKeyValue, type Choice, type KeyReading } from './key-value.js';
import { namesLine } from './names-line.js';
import { note, type Note } from './notes.js';
import type { ParsedAnswer } from './parsed-quiz.js';
import { readTypedAnswer } from './typed-answer.js';
import { stemCarriesSign } from './stem-signs.js';

export type ResolvedKey =
  | { kind: 'choices'; indexes: number[] }
  | { kind: 'trueFalse'; value: boolean; words: readonly [string, string] }
  | { kind: 'typed'; answer: ParsedAnswer }
  | { kind: 'none'; code: DiagnosticCode; note?: Note; fix?: ImportChoices };

/** What may mark right answers in this document, and which sign decides where two differ. */
export interface KeyPolicy {
  looks: ReadonlySet<FormatSignal>;
  trust: ImportChoices['trust'];
  /** A star after an option marks it. */
  stars: boolean;
  /** How many options most questions have, where signs alone tell a question from the next; else null. */
  usualOptions: number | null;
}

type Trust = NonNullable<ImportChoices['trust']>;

interface Sign {
  name: string;
  from: Trust;
  /** Set for looks alone. */
  look?: FormatSignal;
  indexes: number[];
}

const none = (code: DiagnosticCode, more?: Note, fix?: ImportChoices): ResolvedKey => ({
  kind: 'none',
  code,
  ...(more && { note: more }),
  ...(fix && { fix }),
});

const sameReading = (a: KeyReading, b: KeyReading): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What an answer that chooses nothing is reported as; null for one that chooses. */
function fault(reading: KeyReading, written: string): ResolvedKey | null {
  if (reading.kind === 'outOfRange') return none('KEY_OUT_OF_RANGE', note('WRITTEN', { written }));
  if (reading.kind === 'ambiguous') return none('KEY_AMBIGUOUS', note('WRITTEN', { written }));
  if (reading.kind === 'conflict') {
    return none('KEY_CONFLICT', note('LETTER_AND_TEXT_DIFFER', { written }));
  }
  return null;
}

/** The answer lines of a question, which must all say the same. */
function fromLines({ keys }: Draft, choices: readonly Choice[]): KeyReading | ResolvedKey | null {
  const [first, ...others] = keys.map(({ value }) => readKeyValue(value, choices));
  if (!first) return null;
  if (others.some((other) => !sameReading(first, other))) {
    return none('KEY_CONFLICT', note('ANSWER_LINES_DIFFER'));
  }
  return fault(first, keys[0]?.value ?? '') ?? first;
}

/** A question without options: its answers are typed, or one word says whether it is true. */
function withoutOptions(draft: Draft): ResolvedKey {
  if (draft.accepted.length > 0) {
    return { kind: 'typed', answer: readTypedAnswer(draft.accepted.map(({ value }) => value)) };
  }
  const given = [...draft.keys, ...(draft.endKey ? [draft.endKey] : [])];
  const [first, ...others] = given.map(({ value }) => readKeyValue(value, []));
  if (!first) return none('KEY_MISSING');
  if (others.some((other) => !sameReading(first, other))) {
    return none('KEY_CONFLICT', note('ANSWER_LINES_DIFFER'));
  }
  if (first.kind === 'trueFalse') return first;
  const written = given[0]?.value ?? '';
  if (namesLine(written, draft.stem)) {
    return none('KEY_OUT_OF_RANGE', note('NO_OPTIONS_TO_NAME', { written }));
  }
  return { kind: 'typed', answer: readTypedAnswer([written]) };
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
  italic: 'italic type',
};

const choiceOf = (look: FormatSignal): AnswerLook =>
  look === 'labelUnderline' ? 'underline' : look;

/** What one click could say so that these two signs no longer disagree. */
function fixFor(stronger: Sign, weaker: Sign): ImportChoices {
  if (stronger.look === undefined || weaker.look === undefined) return { trust: stronger.from };
  return { correctLooks: [choiceOf(stronger.look)] };
}

/** No sign at all that counts: a look that only this question has may still be meant. */
function withoutSign(
  signals: ReadonlyMap<FormatSignal, number[]>,
  { looks }: KeyPolicy,
): ResolvedKey {
  const [look] = signals.keys();
  if (look === undefined) return none('KEY_MISSING');
  // Beside the looks that count already: other questions must not lose their answers by it.
  const fix = { correctLooks: [...new Set([...looks, look].map(choiceOf))] };
  return look === 'italic'
    ? none('KEY_MISSING', undefined, fix)
    : none('KEY_AMBIGUOUS', note('LOOK_IS_NO_HABIT', { look: signNames[look] }), fix);
}

/** Signs from the strongest to the weakest; one a teacher trusts stands alone where it is given. */
function inForce(signs: Sign[], trust: KeyPolicy['trust']): Sign[] {
  const trusted = signs.filter(({ from }) => from === trust);
  return trusted.length > 0 ? trusted : signs;
}

/**
 * The right answer of a question: answer line, then mark, list of answers, highlight, bold, underline,
 * colour. Signs that disagree choose nothing, and nothing is ever guessed.
 */
export function resolveKey(
  draft: Draft,
  choices: readonly Choice[],
  signals: ReadonlyMap<FormatSignal, number[]>,
  policy: KeyPolicy,
): ResolvedKey {
  if (choices.length === 0) return withoutOptions(draft);
  const line = fromLines(draft, choices);
  if (line && line.kind !== 'choices')
    return line.kind === 'none' ? line : none('KEY_OUT_OF_RANGE');
  const marks = fromMarks(draft);
  const listed = draft.endKey ? readKeyValue(draft.endKey.value, choices) : null;
  if (listed && listed.kind !== 'choices' && policy.trust !== 'answerLine') {
    const wrong = fault(listed, draft.endKey?.value ?? '');
    return wrong ?? none('KEY_OUT_OF_RANGE', note('ANSWER_LIST_NAMES_NONE'));
  }
  const signs: Sign[] = [];
  if (line) signs.push({ name: 'the answer line', from: 'answerLine', indexes: line.indexes });
  if (marks) signs.push({ name: 'the mark', from: 'mark', indexes: marks });
  if (listed?.kind === 'choices') {
    signs.push({ name: 'the list of answers', from: 'answerList', indexes: listed.indexes });
  }
  for (const look of formatSignals) {
    const indexes = policy.looks.has(look) ? signals.get(look) : undefined;
    if (indexes) signs.push({ name: signNames[look], from: 'looks', look, indexes });
  }
  return decide(draft, inForce(signs, policy.trust), signals, policy);
}

/** More options than the others have, and more than one of them marked: a sign between was forgotten. */
const mayBeTwo = (
  { options }: Draft,
  { indexes }: Sign,
  { usualOptions, trust }: KeyPolicy,
): boolean =>
  usualOptions !== null &&
  trust === undefined &&
  indexes.length > 1 &&
  options.length > usualOptions;

function decide(
  draft: Draft,
  signs: readonly Sign[],
  signals: ReadonlyMap<FormatSignal, number[]>,
  policy: KeyPolicy,
): ResolvedKey {
  const [strongest, ...others] = signs;
  if (!strongest) return withoutSign(signals, policy);
  const differing = others.find(({ indexes }) => indexes.join() !== strongest.indexes.join());
  if (differing) {
    const values = { first: strongest.name, second: differing.name };
    return none('KEY_CONFLICT', note('SIGNS_DIFFER', values), fixFor(strongest, differing));
  }
  if (mayBeTwo(draft, strongest, policy))
    return none('KEY_AMBIGUOUS', note('QUESTIONS_JOINED'), { trust: 'mark' });
  const isWritten = strongest.from === 'answerLine' || strongest.from === 'answerList';
  if (!isWritten && stemCarriesSign(draft)) return none('KEY_AMBIGUOUS');
  if (strongest.indexes.some((index) => draft.options[index]?.wrong)) {
    return none('KEY_CONFLICT', note('MARKED_WRONG', { first: strongest.name }));
  }
  return { kind: 'choices', indexes: strongest.indexes };
}
