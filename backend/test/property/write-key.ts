import { optionStyles, type Convention } from './conventions.js';
import type { ModelQuestion } from './model-quiz.js';

/** How a key names an option of this convention, such as `B`; its text where it has no name. */
export function nameOf(question: ModelQuestion, index: number, convention: Convention): string {
  const { name } = optionStyles[convention.option];
  return name === null ? (question.options[index] ?? '') : name(index);
}

/** The names of the right options, as a list. */
export function rightNames(question: ModelQuestion, convention: Convention): string {
  const names = question.correct.map((index) => nameOf(question, index, convention));
  const joinable = /^[A-Ea-e]$/.test(names[0] ?? '') || names.length === 1;
  return names.join(joinable || convention.between.trim() !== '' ? convention.between : ', ');
}

const otherCase = (name: string): string =>
  name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();

/** The answer line of a question. */
export function answerValue(question: ModelQuestion, convention: Convention): string {
  const { answerWord } = convention;
  const key: string = convention.key;
  const [first = 0] = question.correct;
  const text = question.options[first] ?? '';
  const names = rightNames(question, convention);
  switch (key) {
    case 'line: text':
      // A bare word and a text need a sign between them.
      return `${answerWord.replace(/[\s.:：-]+$/u, '')}: ${text}`;
    case 'line: name) text':
      return `${answerWord}${names}) ${text}`;
    case 'line: (name)':
      return `${answerWord}(${names})`;
    case 'line: name.':
      return `${answerWord}${names}.`;
    case 'line: other case':
      return `${answerWord}${otherCase(names)}`;
    case 'line in brackets':
      return `[${answerWord}${names}]`;
    default:
      return `${answerWord}${names}`;
  }
}
