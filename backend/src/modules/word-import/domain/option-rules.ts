import type { Draft } from './draft.js';
import type { OptionMarker } from './labels.js';

/** Does an option go on with the options of the open question? A label left out or repeated is noted. */
export function fits(draft: Draft | null, option: OptionMarker): boolean {
  if (!draft || draft.closed) return false;
  const last = draft.options.at(-1);
  if (!last) return option.ordinal === 1 || option.family === 'box';
  if (last.family === 'declared') return false;
  if (option.family === 'box' || last.family === 'box') return option.family === last.family;
  const step = option.ordinal - last.ordinal;
  if (step === 1) return true;
  const repeatedOrSkipped = option.family === last.family && (step === 0 || step === 2);
  if (!repeatedOrSkipped) return false;
  draft.notes.push({ code: 'LABEL_GAP', span: last.labelSpan });
  return true;
}
