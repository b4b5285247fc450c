import { plainText, textContent, type RichContent } from '../../../shared/content.js';
import { impliedType, isTyped } from '../domain/form/form-answer.js';
import { optionLetter } from '../domain/form/form-styles.js';
import type { FormField, FormWords } from '../domain/form/form-words.js';
import type { ParsedAnswer } from '../domain/parsed-quiz.js';
import { textXml, type ContentXml } from './content-xml.js';
import type { FormQuestion, QuizForm } from './quiz-form.js';
import { styleIds } from './styles-xml.js';

function acceptedTexts(answer: ParsedAnswer | null): string[] {
  if (answer === null) return [];
  if ('accepted' in answer) return answer.accepted;
  const [value, tolerance] = [answer.value, answer.tolerance].map(numberText);
  return [answer.tolerance === 0 ? `${value}` : `${value} ± ${tolerance}`];
}

/** Another nought after three decimals: 1.234 is a thousand and something in half of the world. */
function numberText(value: number): string {
  return /^-?\d{1,3}\.\d{3}$/.test(`${value}`) ? `${value}0` : `${value}`;
}

/** Writes the parts of a quiz in the words of one language. */
export class QuestionXml {
  constructor(
    private readonly content: ContentXml,
    private readonly words: FormWords,
  ) {}

  head({ title, description, category, difficulty, timeLimitSeconds }: QuizForm): string {
    const { difficulties } = this.words;
    return [
      this.content.write(textContent(title), { styleId: 'Title' }, styleIds.text),
      description === '' ? '' : this.line('description', description),
      category === null ? '' : this.line('category', category),
      difficulty === null ? '' : this.line('difficulty', difficulties[difficulty]),
      timeLimitSeconds === null ? '' : this.line('timeLimit', this.duration(timeLimitSeconds)),
    ].join('');
  }

  question(question: FormQuestion): string {
    const { stem, options, points, explanation } = question;
    const typed = isTyped(question.type);
    return [
      this.content.write(stem, { styleId: styleIds.question, level: 0 }, styleIds.text),
      ...(typed ? [] : options.map((option) => this.option(option))),
      ...this.answers(question).map((answer) => this.line('answer', answer)),
      this.type(question),
      points === 1 ? '' : this.line('points', `${points}`),
      explanation && explanation.length > 0 ? this.field('explanation', explanation) : '',
    ].join('');
  }

  private option({ content, feedback }: FormQuestion['options'][number]): string {
    const own = this.content.write(content, { styleId: styleIds.option, level: 1 }, styleIds.text);
    return feedback && feedback.length > 0 ? own + this.field('feedback', feedback) : own;
  }

  private answers({ type, options, answer }: FormQuestion): string[] {
    if (isTyped(type)) return acceptedTexts(answer);
    const letters = options.flatMap(({ correct }, index) => (correct ? optionLetter(index) : []));
    return letters.length > 0 ? [letters.join(', ')] : [];
  }

  /** The type where nothing else in the question would tell it. */
  private type(question: FormQuestion): string {
    const { type } = question;
    const options = isTyped(type) ? [] : question.options;
    const answers = isTyped(type) ? acceptedTexts(question.answer) : [];
    const implied = impliedType({
      optionTexts: options.map(({ content }) => plainText(content)),
      correctCount: options.filter(({ correct }) => correct).length,
      answers,
    });
    const tells = implied === type && options.length + answers.length > 0;
    return tells ? '' : this.line('type', this.words.types[type]);
  }

  private line(field: FormField, value: string): string {
    return this.field(field, textContent(value));
  }

  private field(field: FormField, value: RichContent): string {
    const lead = textXml(`${this.words.fields[field]}:`, ['bold']) + textXml(' ');
    return this.content.write(value, { styleId: styleIds.field, lead }, styleIds.text);
  }

  private duration(total: number): string {
    const { minutes, seconds } = this.words;
    const [whole, rest] = [Math.floor(total / 60), total % 60];
    const parts = [whole > 0 ? `${whole} ${minutes}` : '', rest > 0 ? `${rest} ${seconds}` : ''];
    return parts.filter((part) => part !== '').join(' ');
  }
}
