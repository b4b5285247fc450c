import type { DocumentParagraph } from '../source-document.js';
import type { FormPart } from './form-content.js';

export interface FormOption {
  label: string;
  parts: FormPart[];
  feedback: FormPart[];
}

/** A value of a field on one line. */
export interface FormValue {
  value: string;
  paragraph: DocumentParagraph;
}

/** A question of the recommended form while its paragraphs are being gathered. */
export interface FormDraft {
  start: DocumentParagraph;
  number: string | null;
  stem: FormPart[];
  options: FormOption[];
  answers: FormValue[];
  points: FormValue | null;
  type: FormValue | null;
  explanation: FormPart[];
  paragraphs: number[];
}

/** What the recommended form says of the quiz as a whole, before its first question. */
export interface FormHead {
  title: DocumentParagraph | null;
  description: FormPart[];
  category: FormValue | null;
  difficulty: FormValue | null;
  timeLimit: FormValue | null;
}
