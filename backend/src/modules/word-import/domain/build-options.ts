import { textContent, type RichContent } from '../../../shared/content.js';
import type { DraftOption } from './draft-option.js';
import type { Draft } from './draft.js';
import { revealingMarks } from './option-format.js';
import type { ParsedOption } from './parsed-quiz.js';
import type { ResolvedKey } from './resolve-key.js';
import { contentOf } from './span-content.js';
import type { Span } from './span.js';
import { trueFalseLabels } from './true-false.js';

type OptionFeedback = ReadonlyMap<DraftOption, Span[]>;

/** Words below each option are about that option; words below the last one alone are about the question. */
export function splitFeedback({ options, feedback }: Draft): {
  own: OptionFeedback;
  rest: Span[];
} {
  const last = options.at(-1);
  const own = new Map<DraftOption, Span[]>();
  if (!feedback.some(({ option }) => option !== last)) {
    return { own, rest: feedback.map(({ span }) => span) };
  }
  for (const { option, span } of feedback) own.set(option, [...(own.get(option) ?? []), span]);
  return { own, rest: [] };
}

/** Content of some lines; null when there is nothing in them. */
export function contentOrNull(spans: readonly Span[]): RichContent | null {
  const content = contentOf(spans);
  return content.length > 0 ? content : null;
}

function writtenOptions(draft: Draft, key: ResolvedKey, feedback: OptionFeedback): ParsedOption[] {
  const drop = revealingMarks(draft.options);
  return draft.options.map((option, index) => ({
    label: option.label,
    content: contentOf(option.spans, drop),
    correct: key.kind === 'choices' && key.indexes.includes(index),
    feedback: contentOrNull(feedback.get(option) ?? []),
  }));
}

/** Options that the document does not write out, because the question or its answer says them. */
function impliedOptions(words: readonly [string, string], right: boolean | null): ParsedOption[] {
  return trueFalseLabels(words).map((word, index) => ({
    label: '',
    content: textContent(word),
    correct: right !== null && right === (index === 0),
    feedback: null,
  }));
}

/** The options of a question; `asked` are the words of one that asks whether a statement is true. */
export function buildOptions(
  draft: Draft,
  key: ResolvedKey,
  feedback: OptionFeedback,
  asked: readonly [string, string] | null,
): ParsedOption[] {
  if (draft.options.length > 0) return writtenOptions(draft, key, feedback);
  if (key.kind === 'trueFalse') return impliedOptions(asked ?? key.words, key.value);
  return asked && key.kind === 'none' ? impliedOptions(asked, null) : [];
}
