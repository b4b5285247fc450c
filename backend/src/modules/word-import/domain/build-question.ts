import type { Mark, RichContent } from '../../../shared/content.js';
import type { Diagnostic } from '../../../shared/diagnostic.js';
import type { QuestionType } from '../../../shared/question-type.js';
import { diagnose, type DiagnosticCode } from './diagnostics.js';
import { claim, type Draft } from './draft.js';
import { readFormatSignals, type FormatSignal } from './key-signals.js';
import { revealingMarks } from './option-format.js';
import type { ParsedOption, ParsedQuestion } from './parsed-quiz.js';
import { resolveKey, type ResolvedKey } from './resolve-key.js';
import { contentOf } from './span-content.js';
import type { Span } from './span.js';
import { textContent } from '../../../shared/content.js';
import { trueFalseLabels, trueFalseWord } from './true-false.js';

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

function writtenOptions(draft: Draft, key: ResolvedKey): ParsedOption[] {
  const drop = revealingMarks(draft.options);
  return draft.options.map(({ label, spans }, index) => ({
    label,
    content: contentOf(spans, drop),
    correct: key.kind === 'choices' && key.indexes.includes(index),
  }));
}

/** Options that the document does not write out, because its answer line says it all. */
function impliedOptions(key: ResolvedKey): ParsedOption[] {
  if (key.kind === 'text') return [{ label: '', content: textContent(key.text), correct: true }];
  if (key.kind !== 'trueFalse') return [];
  return trueFalseLabels(key.words).map((word, index) => ({
    label: '',
    content: textContent(word),
    correct: key.value === (index === 0),
  }));
}

function typeOf(draft: Draft, key: ResolvedKey): QuestionType {
  if (key.kind === 'trueFalse') return 'TRUE_FALSE';
  if (key.kind === 'text' && draft.options.length === 0) return 'SHORT_ANSWER';
  const words = draft.options.map(({ spans }) => trueFalseWord(textOf(spans))?.value);
  if (words.length === 2 && words.includes(true) && words.includes(false)) return 'TRUE_FALSE';
  return key.kind === 'choices' && key.indexes.length > 1 ? 'MULTIPLE_CHOICE' : 'SINGLE_CHOICE';
}

function contentNotes(spans: readonly Span[]): [DiagnosticCode, Span][] {
  const notes = new Map<DiagnosticCode, Span>();
  const note = (code: DiagnosticCode, span: Span): void => {
    if (!notes.has(code)) notes.set(code, span);
  };
  for (const span of spans) {
    for (const { image, math } of span.pieces) {
      if (math?.root === null) note('MATH_UNSUPPORTED', span);
      if (image?.fault) note(image.fault, span);
      if (image?.embedded) note('OBJECT_PREVIEW', span);
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

/** A draft as a question of the quiz; `position` counts from 1. */
export function buildQuestion(
  draft: Draft,
  position: number,
  habitual: ReadonlySet<FormatSignal>,
): ParsedQuestion {
  const choices = draft.options.map(({ label, spans }) => ({ label, text: textOf(spans) }));
  const key = resolveKey(draft, choices, readFormatSignals(draft), habitual);
  const stem: RichContent = contentOf(draft.stem, stemDrops(draft.stem));
  const listed = draft.endKey ? [draft.endKey.span, ...draft.endKey.explanation] : [];
  claim(draft, ...listed);
  const explanation = [...draft.explanation, ...(draft.endKey?.explanation ?? [])];
  const place = draft.stem[0] ?? draft.options[0]?.labelSpan ?? null;
  const diagnostics: Diagnostic[] = [];
  if (key.kind === 'none')
    diagnostics.push(diagnose(key.code, draft.keys[0]?.span ?? place, key.note, draft.keyFix));
  if (draft.options.length === 1) diagnostics.push(diagnose('OPTIONS_TOO_FEW', place));
  if (stem.length === 0) diagnostics.push(diagnose('STEM_MISSING', place));
  const shown = [...draft.stem, ...draft.options.flatMap(({ spans }) => spans)];
  for (const [code, span] of [...optionNotes(draft), ...contentNotes(shown)]) {
    diagnostics.push(diagnose(code, span));
  }
  for (const { code, span, note, fix } of draft.notes)
    diagnostics.push(diagnose(code, span, note, fix));
  return {
    number: draft.marker?.label || null,
    type: typeOf(draft, key),
    stem,
    options: draft.options.length > 0 ? writtenOptions(draft, key) : impliedOptions(key),
    points: draft.points,
    explanation: explanation.length > 0 ? contentOf(explanation) : null,
    paragraphs: [...draft.paragraphs].toSorted((a, b) => a - b),
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, questionNo: position })),
  };
}
