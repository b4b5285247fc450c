import type { Conventions } from './conventions.js';
import type { Draft } from './draft.js';
import { inlineKeyOf } from './inline-key.js';
import { sliceSpan, trimSpan, withoutStretch, type Span } from './span.js';

/** Room for the letter that stood inside the sentence. */
const room = '（  ）';

/** A question's line without the answer it gives away, which goes to the draft. */
export function takeInlineKey(draft: Draft, span: Span, conventions: Conventions): Span {
  const key = inlineKeyOf(span.text, conventions);
  if (!key) return span;
  draft.keys.push({ value: key.value, span });
  if (key.comment) {
    draft.explanation.push(trimSpan(sliceSpan(span, key.comment.from, key.comment.to)));
  }
  const inside = span.text.slice(key.to).trim() !== '';
  return trimSpan(withoutStretch(span, key.from, key.to, inside ? room : ''));
}

/** The same for an option's line, where only words that announce an answer count. */
export function takeAnnouncedKey(draft: Draft, span: Span): Span {
  const key = inlineKeyOf(span.text, { inlineKeys: false });
  const said = key && span.text.slice(key.from, key.to);
  if (!key || !said || !/[:：]/.test(said)) return span;
  draft.keys.push({ value: key.value, span });
  return trimSpan(withoutStretch(span, key.from, key.to));
}
