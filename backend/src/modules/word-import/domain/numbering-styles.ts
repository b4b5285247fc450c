import { matchQuestionLabel } from './question-marker.js';
import type { Readings } from './readings.js';

/** Which ways of numbering announce questions in this document, and which number options. */
export interface NumberingStyles {
  /** Questions carry a word: `Question 3`, `Câu 3`. */
  keyword: boolean;
  /** The style most numbered lines have. */
  main: string | null;
  /** Styles that count from 1 again and again under questions of another style. */
  options: ReadonlySet<string>;
  /** Questions carry an old number after their own: `1) 36. …`. */
  doubled: boolean;
}

const longestOptionList = 8;

/** Lengths of the runs 1, 2, 3 … of a style. */
function runLengths(values: readonly number[]): number[] {
  const runs: number[] = [];
  values.forEach((value, index) => {
    const goesOn = index > 0 && value === (values[index - 1] ?? 0) + 1;
    if (goesOn) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
  });
  return runs;
}

/** Many short runs from 1: the numbers of options, when another style numbers the questions. */
function looksLikeOptions(values: readonly number[]): boolean {
  const runs = runLengths(values);
  const restarts = values.filter((value) => value === 1).length;
  const short = runs.filter((length) => length >= 2 && length <= longestOptionList).length;
  return restarts >= 2 && short >= runs.length * 0.8;
}

/** Fewer lists than this share of the questions are parts of some of them, not their options. */
const leastShare = 0.3;

/** Looks over the whole document, since one line alone cannot tell `1.` of a question from that of an option. */
export function findNumberingStyles(readings: Readings): NumberingStyles {
  const values = new Map<string, number[]>();
  const seconds = new Map<string, number>();
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings.at(at);
    if (!reading?.question || reading.key || reading.role) continue;
    const { question, span } = reading;
    if (matchQuestionLabel(span.text.slice(question.from))) {
      seconds.set(question.style, (seconds.get(question.style) ?? 0) + 1);
    }
    const seen = values.get(question.style);
    if (seen) seen.push(question.value);
    else values.set(question.style, [question.value]);
  }
  const keyword = (values.get('keyword')?.length ?? 0) >= 2 || values.size === 1;
  const numbered = [...values].filter(([style]) => style !== 'keyword');
  const optionLike = numbered.filter(([, seen]) => looksLikeOptions(seen)).map(([style]) => style);
  const questionLike = numbered.filter(([style]) => !optionLike.includes(style));
  const others = questionLike.length > 0 || values.has('keyword');
  const main = [...(questionLike.length > 0 ? questionLike : numbered)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )[0];
  const questions = Math.max(...questionLike.map(([, seen]) => seen.length), 0);
  const common = optionLike.filter((style) => {
    const lists = values.get(style)?.filter((value) => value === 1).length ?? 0;
    return lists >= questions * leastShare;
  });
  const counted = keyword && values.has('keyword') ? 'keyword' : main?.[0];
  const double = seconds.get(counted ?? '') ?? 0;
  return {
    doubled: double > 1 && double >= (values.get(counted ?? '')?.length ?? 0) * leastShare,
    keyword: keyword && values.has('keyword'),
    main: main?.[0] ?? null,
    options: new Set(others ? common : []),
  };
}
