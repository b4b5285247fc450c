import type { ImportChoices } from '../../../lib/api/generated/types.gen';

export type ChoiceField = keyof ImportChoices;

/** One thing a teacher has told about a document: a field, or one paragraph of those left out. */
export type Choice =
  | {
      [Field in SettingField]: { field: Field; value: NonNullable<ImportChoices[Field]> };
    }[SettingField]
  | { field: 'ignoredParagraphs'; value: number };

type SettingField = Exclude<ChoiceField, 'ignoredParagraphs'>;

/** The choices with one more patch: a field replaces its like, paragraphs left out add up. */
export function mergeChoices(choices: ImportChoices, patch: ImportChoices): ImportChoices {
  const merged = { ...choices, ...patch };
  const ignored = new Set([
    ...(choices.ignoredParagraphs ?? []),
    ...(patch.ignoredParagraphs ?? []),
  ]);
  if (ignored.size === 0) return merged;
  return { ...merged, ignoredParagraphs: [...ignored].toSorted((a, b) => a - b) };
}

/** The choices without one of them; what it said is up to the document again. */
export function withoutChoice(choices: ImportChoices, { field, value }: Choice): ImportChoices {
  if (field !== 'ignoredParagraphs') return { ...choices, [field]: undefined };
  const left = (choices.ignoredParagraphs ?? []).filter((paragraph) => paragraph !== value);
  return { ...choices, ignoredParagraphs: left.length > 0 ? left : undefined };
}

/** The choices one by one, as they are listed. */
export function listChoices(choices: ImportChoices): Choice[] {
  const { ignoredParagraphs = [], ...settings } = choices;
  const fields = Object.entries(settings).filter(([, value]) => value !== undefined);
  return [
    ...fields.map(([field, value]) => ({ field, value }) as Choice),
    ...ignoredParagraphs.map((value): Choice => ({ field: 'ignoredParagraphs', value })),
  ];
}

/** Whether a patch would say nothing new. */
export function isIncluded(patch: ImportChoices, choices: ImportChoices): boolean {
  return sameChoices(mergeChoices(choices, patch), choices);
}

export function sameChoices(one: ImportChoices, other: ImportChoices): boolean {
  return canonical(one) === canonical(other);
}

function canonical(choices: ImportChoices): string {
  const entries = Object.entries(choices).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.toSorted(([a], [b]) => a.localeCompare(b)));
}
