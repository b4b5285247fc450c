import fc from 'fast-check';
import { closings, explanations, extraLines, openings, optionTexts, things } from './texts.js';

/** What a random document is about: the quiz that has to come back. */
export interface ModelQuestion {
  /** Its lines; the first holds a word that no other question has. */
  stem: string[];
  /** The word of the stem that no other question has. */
  token: string;
  options: string[];
  /** Indexes of the right options, in order; at least one, never all. */
  correct: number[];
  points: number | null;
  explanation: string | null;
}

export interface ModelQuiz {
  title: string | null;
  /** Parts of the document; numbers start again in each. */
  sections: ModelQuestion[][];
}

export const questionsOf = ({ sections }: ModelQuiz): ModelQuestion[] => sections.flat();

/** What is drawn for one question; its unique word comes from its position. */
const question = fc.record({
  opening: fc.constantFrom(...openings),
  closing: fc.constantFrom(...closings),
  more: fc.option(fc.constantFrom(...extraLines), { freq: 5, nil: [] }),
  options: fc.shuffledSubarray([...optionTexts], { minLength: 3, maxLength: 5 }),
  right: fc.nat({ max: 59 }),
  second: fc.option(fc.nat({ max: 59 }), { freq: 4 }),
  points: fc.constantFrom(1, 2, 2.5, 10),
  explanation: fc.constantFrom(...explanations),
});

type Drawn = typeof question extends fc.Arbitrary<infer T> ? T : never;

export interface Extras {
  title: boolean;
  points: boolean;
  explanations: boolean;
  /** May several options be right: never, some, or only few? Looks on most options are doubted. */
  several: boolean;
  few: boolean;
  /** Does the key repeat texts? Then none may read like a list of letters. */
  textKey: boolean;
  /** Lines of statements or code below the stem. */
  moreLines: boolean;
  /** Do labels stand right before their texts? Then nobody can read `A.U.S.A.`. */
  glued: boolean;
  /** May a stem begin like an option, or hold what looks like one? Not where nothing else tells them apart. */
  labelsInStems: boolean;
}

function correctOf({ options, right, second }: Drawn, { several, few }: Extras): number[] {
  const first = right % options.length;
  const alone = second === null || !several || (few && options.length < 4);
  const other = alone ? first : second % options.length;
  return [...new Set([first, other])].toSorted((a, b) => a - b);
}

function modelQuestion(drawn: Drawn, position: number, extras: Extras): ModelQuestion {
  const token = things[position] ?? `thing${position}`;
  const { closing, more } = drawn;
  const opening = extras.labelsInStems ? drawn.opening : drawn.opening.replace(/^A\. | a\)/u, '');
  const options = drawn.options
    .map((text) => (extras.glued ? text.replace(/^(?=\p{L}\.)/u, 'the ') : text))
    .map((text) => (extras.textKey ? text.replace(/^(?:\w[,;/] ?)+\w$/u, '$& of it') : text));
  return {
    stem: [`${opening} ${token}${closing}`, ...(extras.moreLines ? more : [])],
    token,
    options,
    correct: correctOf(drawn, extras),
    points: extras.points ? drawn.points : null,
    explanation: extras.explanations ? `${drawn.explanation} ${token}.` : null,
  };
}

/** Random questions in one or two parts, still without the extras. */
export const drawnSections = fc.tuple(
  fc.array(question, { minLength: 2, maxLength: 7 }),
  fc.array(question, { minLength: 2, maxLength: 5 }),
);

/** The quiz that was drawn, with the extras that the convention has room for. */
export function modelQuiz(
  drawn: [Drawn[], Drawn[]],
  { twoParts, ...extras }: Extras & { twoParts: boolean },
): ModelQuiz {
  let position = 0;
  const parts = twoParts ? drawn : [drawn[0]];
  const sections = parts.map((questions) =>
    questions.map((one) => modelQuestion(one, position++, extras)),
  );
  return { title: extras.title ? 'A quiz about all sorts of things' : null, sections };
}
