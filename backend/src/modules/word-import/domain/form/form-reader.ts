import { matchOptionLabel } from '../labels.js';
import { matchQuestionLabel } from '../question-marker.js';
import type { DocumentParagraph } from '../source-document.js';
import { formText, isBlankParagraph, type FormPart } from './form-content.js';
import type { FormDraft, FormHead, FormValue } from './form-draft.js';
import { formRole, optionLetter } from './form-styles.js';
import { matchField, type FormField } from './form-words.js';

const unpunctuated = (label: string): string => label.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Gathers the paragraphs that carry the styles of the recommended form. The style alone decides what a
 * paragraph is; its words are only looked at for the label of a field.
 */
export class FormReader {
  readonly head: FormHead = {
    title: null,
    description: [],
    category: null,
    difficulty: null,
    timeLimit: null,
  };
  readonly drafts: FormDraft[] = [];
  /** Paragraphs of the form that say nothing that could be understood. */
  readonly unresolved: DocumentParagraph[] = [];
  /** What a paragraph of more text belongs to; null after a field of one line. */
  private target: FormPart[] | null = this.head.description;

  /** Takes a paragraph if it is of the form; false leaves it to others. */
  take(paragraph: DocumentParagraph): boolean {
    const role = formRole(paragraph);
    if (role === null) return this.takeTitle(paragraph);
    if (role === 'question') this.takeQuestion(paragraph);
    else if (role === 'option') this.takeOption(paragraph);
    else if (role === 'field') this.takeField(paragraph);
    else this.takeText({ paragraph, from: 0 });
    return true;
  }

  private get draft(): FormDraft | undefined {
    return this.drafts.at(-1);
  }

  private takeTitle(paragraph: DocumentParagraph): boolean {
    const first = this.head.title === null && this.drafts.length === 0;
    if (paragraph.styleName !== 'title' || !first || isBlankParagraph(paragraph)) return false;
    this.head.title = paragraph;
    return true;
  }

  private takeQuestion(paragraph: DocumentParagraph): void {
    const text = formText(paragraph);
    const typed = paragraph.numbering ? null : matchQuestionLabel(text);
    const part = { paragraph, from: typed?.from ?? 0 };
    this.drafts.push({
      start: paragraph,
      number: unpunctuated(paragraph.numbering?.label ?? typed?.label ?? '') || null,
      stem: [part],
      options: [],
      answers: [],
      points: null,
      type: null,
      explanation: [],
      paragraphs: [paragraph.index],
    });
    this.target = this.draft?.stem ?? null;
  }

  private takeOption(paragraph: DocumentParagraph): void {
    const { draft } = this;
    if (!draft) {
      this.leave(paragraph);
      return;
    }
    const typed = paragraph.numbering ? null : matchOptionLabel(formText(paragraph));
    const label = unpunctuated(paragraph.numbering?.label ?? typed?.label ?? '');
    const parts = [{ paragraph, from: typed?.from ?? 0 }];
    draft.options.push({ label: label || optionLetter(draft.options.length), parts, feedback: [] });
    draft.paragraphs.push(paragraph.index);
    this.target = parts;
  }

  private takeText(part: FormPart): void {
    if (this.target) {
      this.target.push(part);
      this.draft?.paragraphs.push(part.paragraph.index);
    } else this.leave(part.paragraph);
  }

  private takeField(paragraph: DocumentParagraph): void {
    const text = formText(paragraph);
    const found = matchField(text);
    if (!found) {
      this.leave(paragraph);
      return;
    }
    const { field, from } = found;
    const value = { value: text.slice(from), paragraph };
    const taken = this.draft
      ? this.takeOfQuestion(this.draft, field, value, from)
      : this.takeOfQuiz(field, value, from);
    if (!taken) this.leave(paragraph);
    else this.draft?.paragraphs.push(paragraph.index);
  }

  private takeOfQuestion(
    draft: FormDraft,
    field: FormField,
    value: FormValue,
    from: number,
  ): boolean {
    const part = { paragraph: value.paragraph, from };
    const option = draft.options.at(-1);
    const afterOption = option && [option.parts, option.feedback].includes(this.target ?? []);
    const content = field === 'feedback' && afterOption ? option.feedback : draft.explanation;
    if (field === 'explanation' || field === 'feedback') {
      content.push(part);
      this.target = content;
      return true;
    }
    this.target = null;
    if (field === 'answer') draft.answers.push(value);
    else if (field === 'points' && !draft.points) draft.points = value;
    else if (field === 'type' && !draft.type) draft.type = value;
    else return false;
    return true;
  }

  private takeOfQuiz(field: FormField, value: FormValue, from: number): boolean {
    if (field === 'description') {
      this.head.description.push({ paragraph: value.paragraph, from });
      return true;
    }
    if (field !== 'category' && field !== 'difficulty' && field !== 'timeLimit') return false;
    if (this.head[field]) return false;
    this.head[field] = value;
    return true;
  }

  private leave(paragraph: DocumentParagraph): void {
    if (!isBlankParagraph(paragraph)) this.unresolved.push(paragraph);
  }
}
