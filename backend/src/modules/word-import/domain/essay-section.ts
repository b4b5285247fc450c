import type { DraftOption } from './draft-option.js';
import type { Draft } from './draft.js';
import { namesLetters } from './key-value.js';
import type { Readings } from './readings.js';
import { joinSpans } from './span.js';
import { asksItself } from './sub-questions.js';

/** Names of sections whose questions are answered at length, by language; to add a language, add its words. */
const names: readonly string[] = [
  String.raw`(?:essays?|long[\s-]answers?|open[\s-]ended|descriptive|subjective|theory)(?:\s+(?:type\s+)?(?:questions?|section|part|type))?`,
  String.raw`(?:phần\s+)?(?:câu\s+hỏi\s+)?tự\s+luận`,
  ...[
    '简答题',
    '综合题',
    '论述题',
    '问答题',
    '名词解释',
    '案例分析题?',
    '分析题',
    '解答题',
    '应用题',
  ],
  ...[
    '簡答題',
    '論述題',
    '問答題',
    '申論題',
    '計算題',
    '计算题',
    '作文题?',
    '記述問題',
    '서술형',
    '주관식',
  ],
  String.raw`(?:вопросы\s+с\s+)?разв[её]рнуты[йем]\p{L}*\s+ответ\p{L}*`,
  String.raw`preguntas?\s+(?:abiertas?|de\s+desarrollo)|desarrollo|questões\s+(?:abertas|dissertativas|discursivas)`,
  String.raw`questions?\s+ouvertes?|offene\s+fragen|domande\s+aperte|soal\s+(?:uraian|esai|essay)|uraian|esai`,
  String.raw`klasik\s+sorular|açık\s+uçlu\s+sorular|pytania\s+otwarte`,
];
const prefix = String.raw`(?:(?:part|section|phần|часть|раздел|parte|partie|teil|bagian|bölüm)\s+\w{1,5}|第?[一二三四五六七八九十]+(?:部分|大题)?|[（(][一二三四五六七八九十]+[)）]|[IVX]{1,5}|[A-H]|\d{1,2})\s*[.:：)、．/–—-]*\s*`;
const heading = new RegExp(
  String.raw`^\s*(${prefix})?(?:${names.join('|')})\s*(?:[:：.。]?\s*[(（【\[][^)）】\]]*[)）】\]]?.{0,40}|[:：].{0,80}|[.。])?\s*$`,
  'iu',
);
/** Lines of instruction that may stand between a section's name and its first question. */
const farthest = 4;
const longestHeading = 80;

/** A line that opens a section of essays: its name, where numbered lines follow. */
export function opensEssays(readings: Readings, index: number, last: number): boolean {
  const text = readings.at(index)?.span.text ?? '';
  const found = text.length > longestHeading * 2 ? null : heading.exec(text);
  if (!found) return false;
  let seen = 0;
  for (let at = index + 1; at < readings.length && seen < farthest; at += 1) {
    const reading = readings.at(at);
    if (!reading || reading.blank) continue;
    if (reading.role || reading.option?.ordinal === 1) return false;
    const { question } = reading;
    // An option may be called so too; then the next number is that of the next question.
    if (question)
      return question.value === 1 || (found[1] !== undefined && question.value === last + 1);
    seen += 1;
  }
  return false;
}

const answersName =
  /(?<!\p{L})(?:answer\s+keys?|answers|mark(?:ing)?\s+scheme|solutions|đáp\s+án|hướng\s+dẫn\s+chấm|ответы|ключ\p{L}*|respuestas|respostas|gabarito|corrigé|lösungen|kunci)(?!\p{L})|答案|评分|評分/iu;
const choosing = /choose|select|circle|chọn|khoanh|选|選|выбер|eli(?:ge|ja)|pilih/iu;

/** Does a line open the answers, where the sections are named once more? */
export const opensAnswers = (text: string): boolean =>
  text.length <= longestHeading && answersName.test(text) && !choosing.test(text);

const longestChoice = 80;
const isPart = ({ spans }: DraftOption): boolean => {
  const text = spans[0]?.text ?? '';
  return asksItself(text) || text.length > longestChoice;
};

/** Lettered lines of an essay that are parts of it, rather than options: the stem takes them back. */
export function settleEssay(draft: Draft): void {
  if (draft.aside !== 'essays' || draft.options.length === 0) return;
  const { options } = draft;
  const chosen =
    draft.keys.some(({ value }) => namesLetters(value)) || options.some(({ marked }) => marked);
  if (chosen || (options.length > 2 && !options.some(isPart))) {
    draft.aside = null;
    draft.essay = false;
    return;
  }
  draft.stem.push(
    ...options.flatMap(({ labelSpan, spans: [first, ...more] }) =>
      first ? [joinSpans(labelSpan, first), ...more] : [labelSpan],
    ),
  );
  draft.options = [];
}
