import type { Mark } from '../../../shared/content.js';
import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { QuestionType } from '../../../shared/question-type.js';
import { buildOptions, contentOrNull, splitFeedback } from './build-options.js';
import { diagnose, type DiagnosticCode } from './diagnostics.js';
import { claim, type Draft } from './draft.js';
import { readFormatSignals } from './key-signals.js';
import { settleMarks } from './option-marks.js';
import { note } from './notes.js';
import type { ParsedQuestion } from './parsed-quiz.js';
import { resolveKey, type KeyPolicy, type ResolvedKey } from './resolve-key.js';
import { textLines } from './passages.js';
import { contentOf } from './span-content.js';
import { sliceSpan, type Span } from './span.js';
import { pointsInText } from './stem-points.js';
import { trueFalseQuestion, trueFalseWord } from './true-false.js';

const textOf = (spans: readonly Span[]): string =>
  spans
    .map(({ text }) => text)
    .join('\n')
    .trim();

/** A stem that is bold from end to end is a habit of layout, not emphasis. */
function stemDrops(stem: readonly Span[]): Set<Mark> {
  const formats = stem
    .flatMap((span) => span.pieces)
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ format }) => format ?? []);
  const drops = new Set<Mark>();
  if (formats.length > 0 && formats.every(({ bold }) => bold)) drops.add('bold');
  if (formats.length > 0 && formats.every(({ code }) => code)) drops.add('code');
  return drops;
}

/** `True or False: …` before a statement without options: its words, and the statement alone. */
function takeQuestionOfTruth(draft: Draft): readonly [string, string] | null {
  const [first] = draft.stem;
  const found = first && draft.options.length === 0 ? trueFalseQuestion(first.text) : null;
  if (!first || !found) return null;
  draft.stem[0] = sliceSpan(first, found.from);
  return found.words;
}

function typeOf(draft: Draft, key: ResolvedKey, asked: boolean): QuestionType {
  if (key.kind === 'trueFalse') return 'TRUE_FALSE';
  if (key.kind === 'typed') return 'value' in key.answer ? 'NUMERIC' : 'SHORT_ANSWER';
  if (draft.options.length === 0 && asked) return 'TRUE_FALSE';
  // An answer that names options which were not found: to be chosen, not typed.
  const namesLost = key.kind === 'none' && key.code === 'KEY_OUT_OF_RANGE';
  if (draft.options.length === 0 && !namesLost) return 'SHORT_ANSWER';
  const words = draft.options.map(({ spans }) => trueFalseWord(textOf(spans))?.value);
  if (words.length === 2 && words.includes(true) && words.includes(false)) return 'TRUE_FALSE';
  return key.kind === 'choices' && key.indexes.length > 1 ? 'MULTIPLE_CHOICE' : 'SINGLE_CHOICE';
}

function contentNotes(spans: readonly Span[]): [DiagnosticCode, Span][] {
  const notes = new Map<DiagnosticCode, Span>();
  const tell = (code: DiagnosticCode, span: Span): void => {
    if (!notes.has(code)) notes.set(code, span);
  };
  for (const span of spans) {
    for (const { image, math } of span.pieces) {
      if (math?.root === null) tell('MATH_UNSUPPORTED', span);
      if (image?.fault) tell(image.fault, span);
      if (image?.embedded) tell('OBJECT_PREVIEW', span);
    }
  }
  return [...notes];
}

function optionNotes({ options }: Draft): [DiagnosticCode, Span][] {
  const notes: [DiagnosticCode, Span][] = [];
  const seen = new Set<string>();
  for (const { spans, labelSpan } of options) {
    const text = textOf(spans);
    const pictures = spans.some((span) => span.pieces.some(({ image }) => image));
    if (text === '') notes.push(['OPTION_EMPTY', labelSpan]);
    else if (!pictures && seen.has(text)) notes.push(['DUPLICATE_OPTION', spans[0] ?? labelSpan]);
    seen.add(text);
  }
  return notes;
}

/** What the document gives as the answer of a question for a person to mark explains it. */
function isEssay(draft: Draft): boolean {
  const { essay, options, accepted, keys, endKey } = draft;
  if (!essay || options.length + accepted.length > 0) return false;
  draft.explanation.unshift(...keys.map(({ span }) => span), ...(endKey ? [endKey.span] : []));
  return true;
}

function keyOf(draft: Draft, policy: KeyPolicy): ResolvedKey {
  if (isEssay(draft)) return { kind: 'none', code: 'ESSAY_UNMARKED' };
  const { unsure } = draft;
  if (unsure)
    return { kind: 'none', code: 'KEY_AMBIGUOUS', note: note('LINES_UNSURE'), fix: unsure };
  const choices = draft.options.map(({ label, spans }) => ({ label, text: textOf(spans) }));
  // The options of a matching exercise look alike in all its questions.
  const looks = draft.aside === 'matching' ? new Map() : readFormatSignals(draft);
  return resolveKey(draft, choices, looks, policy);
}

function doubtsOf(draft: Draft, key: ResolvedKey): Diagnostic[] {
  const place = draft.stem[0] ?? draft.options[0]?.labelSpan ?? null;
  const doubts: Diagnostic[] = [];
  if (key.kind === 'none') {
    doubts.push(
      diagnose(key.code, draft.keys[0]?.span ?? place, key.note, draft.keyFix ?? key.fix),
    );
  }
  if (draft.options.length === 1) doubts.push(diagnose('OPTIONS_TOO_FEW', place));
  if (textOf(draft.stem) === '' && !draft.passage) doubts.push(diagnose('STEM_MISSING', place));
  const shown = [...draft.stem, ...draft.options.flatMap(({ spans }) => spans)];
  for (const [code, span] of [...optionNotes(draft), ...contentNotes(shown)]) {
    doubts.push(diagnose(code, span));
  }
  for (const { code, span, note, fix } of draft.notes) doubts.push(diagnose(code, span, note, fix));
  return doubts;
}

/** A draft as a question of the quiz; `position` counts from 1. */
export function buildQuestion(draft: Draft, position: number, policy: KeyPolicy): ParsedQuestion {
  settleMarks(draft, policy.stars);
  const asked = takeQuestionOfTruth(draft);
  const key = keyOf(draft, policy);
  const feedback = splitFeedback(draft);
  const listed = draft.endKey ? [draft.endKey.span, ...draft.endKey.explanation] : [];
  const { passage } = draft;
  if (passage) passage.used = true;
  claim(draft, ...listed, ...(passage?.lines ?? []));
  return {
    number: draft.marker?.label || null,
    type: typeOf(draft, key, asked !== null),
    passage: passage && contentOrNull(textLines(passage, draft.sharesOptions)),
    stem: contentOf(draft.stem, stemDrops(draft.stem)),
    options: buildOptions(draft, key, feedback.own, asked),
    answer: key.kind === 'typed' ? key.answer : null,
    section: draft.section?.text.trim() ?? null,
    points: draft.points ?? pointsInText(textOf(draft.stem)),
    explanation: contentOrNull([
      ...draft.explanation,
      ...feedback.rest,
      ...(draft.endKey?.explanation ?? []),
    ]),
    paragraphs: [...draft.paragraphs].toSorted((a, b) => a - b),
    diagnostics: doubtsOf(draft, key).map((doubt) => ({ ...doubt, questionNo: position })),
  };
}
