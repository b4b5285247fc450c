import { diagnose } from './diagnostics.js';
import type { Draft } from './draft.js';
import { note } from './notes.js';
import type { ParsedQuestion } from './parsed-quiz.js';
import { matchQuestionLabel } from './question-marker.js';
import type { Span } from './span.js';

/** What a question's number is judged by. */
export interface CountedNumber {
  /** Null for a question without a number. */
  value: number | null;
  style: string;
  section: Span | null;
  place: Span | null;
}

/** The number of a question as its draft has it. */
export function countedNumberOf({ marker, section, stem, options }: Draft): CountedNumber {
  const value = marker?.label ? marker.value : null;
  const place = stem[0] ?? options[0]?.labelSpan ?? null;
  return { value, style: marker?.style ?? '', section, place };
}

/** Numbers further apart are ids, or a choice out of many questions. */
const widestGap = 3;
/** A run counts when so large a share of its steps, and so many, are by one. */
const leastSteady = 0.7;
const fewestSteps = 3;

interface Member {
  /** Among all questions, from 0. */
  at: number;
  value: number;
  /** Questions without a number since the last one: each may be one that is missing. */
  unnumbered: number;
  place: Span | null;
}

const areOneRun = (before: CountedNumber, next: CountedNumber): boolean =>
  before.style === next.style && before.section === next.section;

/** Questions that are counted together: in one form, in one section, until the numbers start again at 1. */
function runsOf(numbers: readonly CountedNumber[]): Member[][] {
  const runs: Member[][] = [];
  let last: CountedNumber | null = null;
  let unnumbered = 0;
  numbers.forEach((number, at) => {
    const { value, place } = number;
    if (value === null) {
      unnumbered += 1;
      return;
    }
    if (value === 1 || !last || !areOneRun(last, number)) runs.push([]);
    runs.at(-1)?.push({ at, value, unnumbered, place });
    last = number;
    unnumbered = 0;
  });
  return runs;
}

/** Does it repeat a number although the numbers before and after it show that another was meant? */
function repeats(run: readonly Member[], index: number): boolean {
  const [before, own, after] = [run[index - 1], run[index], run[index + 1]];
  if (!before || !own || own.value > before.value) return false;
  const isNext = own.value === before.value && after?.value === own.value + 1;
  const isSlip = after?.value === before.value + 2;
  const isLast = own.value === before.value && !after;
  return (
    (isNext || isSlip || isLast) && run.slice(0, index).some(({ value }) => value === own.value)
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);

interface Fault {
  at: number;
  missing: number[];
  place: Span | null;
}

/** What is wrong with the numbers of one run; nothing where they are no steady count. */
function faultsOf(run: readonly Member[]): Fault[] {
  const steps = run.slice(1).map(({ value }, index) => value - (run[index]?.value ?? 0));
  const steady = steps.filter((step) => step === 1).length;
  const faults: Fault[] = [];
  let expected = run[0]?.value ?? 0;
  let counted = 0;
  for (const [index, { at, value, unnumbered, place }] of run.entries()) {
    if (repeats(run, index)) {
      faults.push({ at, missing: [], place });
      if (run[index + 1]?.value !== value + 1) expected += 1;
      continue;
    }
    const missing = range(expected + (index > 0 ? unnumbered : 0), value);
    if (value < expected || missing.length > widestGap) return [];
    if (missing.length > 0) faults.push({ at, missing, place });
    expected = value + 1;
    counted += 1;
  }
  const isSteady =
    steady >= fewestSteps - 1 && steady >= (steps.length - faults.length) * leastSteady;
  return counted >= fewestSteps && isSteady && faults.length <= steady ? faults : [];
}

/**
 * Adds warnings to questions whose number comes a second time or leaves one out. Of the `bodiless`
 * numbers and those that the lines `elsewhere` begin with something else is reported: they are not missing.
 */
export function withNumberDoubts(
  questions: readonly ParsedQuestion[],
  numbers: readonly CountedNumber[],
  bodiless: readonly number[],
  elsewhere: readonly Span[],
): ParsedQuestion[] {
  const told = new Set([
    ...bodiless,
    ...elsewhere.flatMap(({ text }) => matchQuestionLabel(text)?.value ?? []),
  ]);
  const faults = new Map(
    runsOf(numbers)
      .flatMap(faultsOf)
      .map((fault) => [fault.at, fault]),
  );
  return questions.map((question, at) => {
    const fault = faults.get(at);
    if (!fault) return question;
    const missing = fault.missing.filter((number) => !told.has(number));
    if (fault.missing.length > 0 && missing.length === 0) return question;
    const doubt =
      missing.length > 0
        ? diagnose(
            'NUMBER_GAP',
            fault.place,
            note('NUMBERS_LEFT_OUT', { numbers: missing.join(', ') }),
          )
        : diagnose('NUMBER_DUPLICATE', fault.place);
    return {
      ...question,
      diagnostics: [...question.diagnostics, { ...doubt, questionNo: at + 1 }],
    };
  });
}
