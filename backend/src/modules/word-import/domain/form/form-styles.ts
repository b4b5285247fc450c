import type { DocumentParagraph } from '../source-document.js';

/** What a paragraph of the recommended form is. */
export type FormRole = 'question' | 'text' | 'option' | 'field';

/**
 * Names of the paragraph styles of the recommended form. A style says what its paragraph is, so that
 * nothing in the words of a quiz can be mistaken for a label, a key or another question.
 */
export const formStyles: Readonly<Record<FormRole, string>> = {
  question: 'QuizMaster Question',
  text: 'QuizMaster Text',
  option: 'QuizMaster Option',
  field: 'QuizMaster Field',
};

const roles = new Map(
  (Object.entries(formStyles) as [FormRole, string][]).map(([role, name]) => [
    name.toLowerCase(),
    role,
  ]),
);

/** The role of a paragraph by its style; null when it has none of the form's. Word numbers copies of styles. */
export function formRole({ styleName }: DocumentParagraph): FormRole | null {
  return roles.get(styleName) ?? roles.get(styleName.replace(/ ?\d+$/, '')) ?? null;
}

/** The label of an option by its index, as Word counts: A … Z, AA, BB … */
export function optionLetter(index: number): string {
  return String.fromCharCode(65 + (index % 26)).repeat(Math.floor(index / 26) + 1);
}
