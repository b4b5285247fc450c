import { plainText, type RichContent } from '../../../../shared/content.js';
import type { Diagnostic } from '../../../../shared/diagnostic.js';
import { diagnose, type DiagnosticCode } from '../diagnostics.js';
import { matchPoints } from '../key-words.js';
import type { ParsedQuestion } from '../parsed-quiz.js';
import type { DocumentParagraph, SourceImage } from '../source-document.js';
import { formAnswer, isTyped, isTypeRefused } from './form-answer.js';
import { formContent, formText, type FormPart } from './form-content.js';
import type { FormDraft } from './form-draft.js';

/** A diagnostic at a paragraph of the form. */
export const diagnoseAt = (code: DiagnosticCode, paragraph: DocumentParagraph): Diagnostic =>
  diagnose(code, { paragraph, text: formText(paragraph) });

/** Content that says nothing is none. */
const orNull = (content: RichContent): RichContent | null => (content.length > 0 ? content : null);

function pictureFaults({ fault, embedded }: SourceImage): DiagnosticCode[] {
  return [...(fault ? [fault] : []), ...(embedded ? (['OBJECT_PREVIEW'] as const) : [])];
}

function faultsOf({ paragraph }: FormPart): DiagnosticCode[] {
  return paragraph.inlines.flatMap((inline) => {
    if (inline.type === 'image') return pictureFaults(inline.image);
    return inline.type === 'text' && inline.math?.root === null ? 'MATH_UNSUPPORTED' : [];
  });
}

function contentFaults(parts: readonly FormPart[]): Diagnostic[] {
  const seen = new Map<DiagnosticCode, Diagnostic>();
  for (const part of parts) {
    for (const code of faultsOf(part)) {
      if (!seen.has(code)) seen.set(code, diagnoseAt(code, part.paragraph));
    }
  }
  return [...seen.values()];
}

function optionFaults({ options }: FormDraft, contents: readonly RichContent[]): Diagnostic[] {
  const seen = new Set<string>();
  return contents.flatMap((content, index) => {
    const paragraph = options[index]?.parts[0]?.paragraph;
    const shown = JSON.stringify(content);
    const code = content.length === 0 ? 'OPTION_EMPTY' : 'DUPLICATE_OPTION';
    const doubtful = content.length === 0 || seen.has(shown);
    seen.add(shown);
    return paragraph && doubtful ? [diagnoseAt(code, paragraph)] : [];
  });
}

function readPoints({ points }: FormDraft): number | null {
  return points && matchPoints(`points: ${points.value}`);
}

function fieldFaults(draft: FormDraft): Diagnostic[] {
  const { points, type } = draft;
  const unread: DocumentParagraph[] = [];
  if (points && readPoints(draft) === null) unread.push(points.paragraph);
  if (type && isTypeRefused(draft)) unread.push(type.paragraph);
  return unread.map((paragraph) => diagnoseAt('UNCONSUMED_TEXT', paragraph));
}

/** A question of the recommended form as a question of the quiz. */
export function buildFormQuestion(draft: FormDraft): ParsedQuestion {
  const stem = formContent(draft.stem);
  const contents = draft.options.map(({ parts }) => formContent(parts));
  const key = formAnswer(draft, contents.map(plainText));
  const place = { paragraph: draft.answers[0]?.paragraph ?? draft.start, text: '' };
  const shown = [...draft.stem, ...draft.options.flatMap(({ parts }) => parts)];
  const diagnostics = [...optionFaults(draft, contents), ...contentFaults(shown)];
  if (key.fault) {
    const text = formText(place.paragraph);
    diagnostics.unshift(diagnose(key.fault.code, { ...place, text }, key.fault.note));
  }
  if (stem.length === 0) diagnostics.push(diagnoseAt('STEM_MISSING', draft.start));
  if (!isTyped(key.type) && draft.options.length < 2) {
    diagnostics.push(diagnoseAt('OPTIONS_TOO_FEW', draft.start));
  }
  return {
    number: draft.number,
    type: key.type,
    passage: null,
    stem,
    options: draft.options.map(({ label, feedback }, index) => ({
      label,
      content: contents[index] ?? [],
      correct: key.correct.includes(index),
      feedback: orNull(formContent(feedback)),
    })),
    answer: key.answer,
    section: null,
    points: readPoints(draft),
    explanation: orNull(formContent(draft.explanation)),
    paragraphs: draft.paragraphs.toSorted((a, b) => a - b),
    diagnostics: [...diagnostics, ...fieldFaults(draft)],
  };
}
