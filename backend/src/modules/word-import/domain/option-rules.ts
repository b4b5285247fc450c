import { claim, type Draft } from './draft.js';
import type { QuestionMarker } from './question-marker.js';
import { matchOptionLabel, placesOf, type LabelPlace, type OptionMarker } from './labels.js';

const isRoman = ({ family }: LabelPlace): boolean =>
  family === 'romanLower' || family === 'romanUpper';

/** May this label open the options? Roman numbers count the statements of a stem as often: `roman` says which. */
export function opening(option: OptionMarker, roman: () => boolean): OptionMarker | null {
  const place = placesOf(option).find(
    (other) => other.family === 'box' || (other.ordinal === 1 && (!isRoman(other) || roman())),
  );
  return place ? { ...option, ...place } : null;
}

/** Letters that were jumped over by options set out in columns: `a. … c. …` above `b. … d. …`. */
export function isMissing({ options }: Draft, ordinal: number): boolean {
  const ordinals = options.map((option) => option.ordinal);
  return ordinal < Math.max(0, ...ordinals) && !ordinals.includes(ordinal);
}

/** The place of an option among those of the open question, or null when it does not go on with them. */
export function following(draft: Draft, option: OptionMarker): OptionMarker | null {
  const last = draft.options.at(-1);
  if (!last || last.family === 'declared') return null;
  if (option.family === 'box' || last.family === 'box') {
    return option.family === last.family ? option : null;
  }
  const places = placesOf(option);
  const next = places.find(({ ordinal }) => ordinal - last.ordinal === 1);
  if (next) return { ...option, ...next };
  if (draft.columns) {
    const filling = places.find(({ ordinal }) => isMissing(draft, ordinal));
    if (filling) return { ...option, ...filling };
  }
  const repeatedOrSkipped = places.find(({ family, ordinal }) => {
    const step = ordinal - last.ordinal;
    return family === last.family && (step === 0 || step === 2);
  });
  if (!repeatedOrSkipped) return null;
  draft.notes.push({ code: 'LABEL_GAP', span: last.labelSpan });
  return { ...option, ...repeatedOrSkipped };
}

/** The number of an option as its label; a mark such as `*` may stand before it or before its text. */
export function numberedOption(number: QuestionMarker, text: string): OptionMarker {
  const { value: ordinal, label, marked = false } = number;
  const star = /^[*✓✔]\s*(?=\S)/u.exec(text.slice(number.from));
  const from = number.from + (star?.[0].length ?? 0);
  return { family: 'number', ordinal, label, from, marked: marked || star !== null };
}

/** Options set out in columns are read by their letters, when all of them are there. */
export function inLetterOrder(draft: Draft): void {
  const ordinals = draft.options.map(({ ordinal }) => ordinal);
  const complete =
    new Set(ordinals).size === ordinals.length && Math.max(...ordinals) === ordinals.length;
  if (draft.columns && complete) draft.options.sort((a, b) => a.ordinal - b.ordinal);
}

/**
 * The next option where labels stand without a space and this text looks like an abbreviation: `C.e.g. this`
 * after `B.that`.
 */
export function gluedOption(draft: Draft | null, text: string): OptionMarker | null {
  const last = draft?.options.at(-1);
  if (!last || !/\S$/.test(last.labelSpan.text)) return null;
  const option = matchOptionLabel(text, true);
  return option?.family === last.family && option.ordinal === last.ordinal + 1 ? option : null;
}

/** Where all the options before are written over several lines, the last one is too, as far as they go on. */
export function takeTail(draft: Draft): void {
  const last = draft.options.at(-1);
  const others = draft.options.slice(0, -1);
  const isLong = others.every(({ spans }) => new Set(spans.map((span) => span.paragraph)).size > 1);
  if (!last || others.length < 2 || !isLong) return;
  for (let [next] = draft.pending; next; [next] = draft.pending) {
    const end = last.spans.at(-1) ?? last.labelSpan;
    if (next.paragraph.index > end.paragraph.index + 1) return;
    last.spans.push(next);
    claim(draft, next);
    draft.pending.shift();
  }
}
