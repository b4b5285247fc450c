import { answerWords } from './answer-words.js';

/** To add a language, add its words: matching ignores case and takes the longest word first. */
const explanationWords: readonly string[] = [
  ...['explanation', 'rationale', 'reason', 'feedback', 'general feedback', 'comment'],
  ...['default feedback', 'overall feedback', 'correct feedback', 'incorrect feedback'],
  ...['giải thích', 'lời giải', 'hướng dẫn giải', '解析', '解释', '答案解析', '説明', '해설'],
  ...['penjelasan', 'pembahasan', 'explicación', 'justificación', 'explicação', 'justificativa'],
  ...['explication', 'justification', 'erklärung', 'begründung', 'spiegazione', 'uitleg'],
  ...['объяснение', 'пояснение', 'решение', 'комментарий', 'пояснення', 'wyjaśnienie', 'açıklama'],
  ...['izoh', 'selgitus', 'vysvětlení', 'explicație', 'magyarázat', 'شرح', 'توضیح', 'व्याख्या'],
];

/** Lines about somebody's attempt or the item bank: never the key, never content. */
const ignoredWords: readonly string[] = [
  ...['your answer', 'student answer', 'selected answer', 'chosen answer', 'marks obtained'],
  ...['question id', 'questionid', 'item id', 'status', 'subject name'],
  ...['level', 'topic', 'tags', 'câu trả lời của bạn', 'votre réponse', 'tu respuesta'],
  ...['ваш ответ', 'sua resposta', 'jawaban anda', 'deine antwort', 'sizning javobingiz'],
  ...['你的答案', '知识点', '考点'],
];

const pointsWords: readonly string[] = [
  ...['points', 'point', 'marks', 'mark', 'score', 'điểm', '分值', '分数', 'баллы', 'балл'],
  ...['puntos', 'pontos', 'punkte', 'punti', 'poin', 'puan', 'ball'],
];

/** Alone on a line, they announce the answers of several questions. */
const keyHeadings: readonly string[] = [
  ...['answers', 'answer key', 'answer keys', 'keys', 'solutions', 'correct answers', 'đáp án'],
  ...[
    'bảng đáp án',
    'đáp án tham khảo',
    '答案',
    '参考答案',
    '參考答案',
    '答案与解析',
    '正解',
    '解答',
    '정답',
  ],
  ...['ответы', 'ключи', 'ключ', 'правильные ответы', 'відповіді', 'kunci jawaban', 'jawaban'],
  ...['respuestas', 'clave de respuestas', 'solucionario', 'gabarito', 'respostas', 'réponses'],
  ...['corrigé', 'lösungen', 'antworten', 'risposte', 'soluzioni', 'antwoorden', 'odpowiedzi'],
  ...['odpovědi', 'răspunsuri', 'megoldások', 'cevaplar', 'cevap anahtarı', 'javoblar', 'vastused'],
  ...[
    'vastaukset',
    'facit',
    'fasit',
    'απαντήσεις',
    'الإجابات',
    'پاسخنامه',
    'תשובות',
    'उत्तर कुंजी',
    'เฉลย',
  ],
];

const optionsHeadings: readonly string[] = [
  ...['options', 'choices', 'answer choices', 'answers', 'các lựa chọn', '选项', 'варианты'],
  ...['варианты ответа', 'варианты ответов', 'opciones', 'opções', 'réponses', 'pilihan'],
];

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function alternatives(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => escape(word).replaceAll(' ', '\\s+'))
    .join('|');
}

/** Arrows, bullets and emphasis typed before the word. */
const opening = '^[\\s*_→⇒➔➜➤►▶•·👉✅☞>=-]*[\\[(【（]?\\s*';
const closing = '\\s*[\\])】）]?[\\s*_]*';

/** A line `word: value`; the value is the second group, the separator the first. */
const announced = (words: readonly string[], flags: string): RegExp =>
  new RegExp(`${opening}(?:${alternatives(words)})(?![\\p{L}\\p{N}])${closing}${flags}(.*)$`, 'iu');

const separator = '([:：=→⇒–—-]+|\\.(?=\\s|$)|)\\s*';
const cjkWords = (words: readonly string[]): string[] =>
  words.filter((word) => /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(word));

const allAnswerWords = Object.values(answerWords).flat();
const answerLine = announced(allAnswerWords, separator);
/** In Chinese, Japanese and Korean the value may follow without any space: 答案B. */
const cjkAnswerLine = new RegExp(
  `${opening}(?:${alternatives(cjkWords(allAnswerWords))})${closing}${separator}(.*)$`,
  'iu',
);
const explanationLine = new RegExp(
  `${opening}(?:${alternatives(explanationWords)})${closing}[:：]\\s*`,
  'iu',
);
const ignoredLine = new RegExp(`${opening}(?:${alternatives(ignoredWords)})\\s*[:：]`, 'iu');
const pointsLine = new RegExp(
  `${opening}(?:${alternatives(pointsWords)})\\s*[:：=]\\s*(\\d+(?:[.,]\\d+)?)\\s*[\\])】）]?\\s*$`,
  'iu',
);
const optionsHeading = new RegExp(
  `${opening}(?:${alternatives(optionsHeadings)})\\s*[:：]\\s*$`,
  'iu',
);

/** A line that announces the right answer: what stands after its words, and whether `:` or the like does. */
export function matchAnswerLine(text: string): { value: string; separated: boolean } | null {
  const found = answerLine.exec(text) ?? cjkAnswerLine.exec(text);
  if (!found) return null;
  return { value: (found[2] ?? '').trim(), separated: found[1] !== '' };
}

/** `Answer 3: B`, `Ans 3 - C`, `Answer to question 3: B`. */
const numberedAnswerLine = new RegExp(
  `${opening}(?:${alternatives(allAnswerWords)})\\s*(?:(?:for|to|of|của)\\s+)?(?:question|q|câu|no|nr|№|#)?\\s*\\.?\\s*(\\d{1,3})\\s*[.:：)=–—-]+\\s*(.+)$`,
  'iu',
);

/** An answer line that names its question by number. */
export function matchNumberedAnswer(text: string): { number: number; value: string } | null {
  const [, number, value] = numberedAnswerLine.exec(text) ?? [];
  return number === undefined || value === undefined
    ? null
    : { number: Number(number), value: value.trim() };
}

const keyHeading = new RegExp(
  `${opening}(?:${alternatives(keyHeadings)})\\s*[\\])】）]?\\s*$`,
  'iu',
);

/** `Answer key` alone on a line. */
export const isKeyHeading = (text: string): boolean => keyHeading.test(text);

/** Length of the words that announce an explanation, or null. */
export function matchExplanation(text: string): number | null {
  return explanationLine.exec(text)?.[0].length ?? null;
}

/** Does the line speak of an attempt or an item bank, not of the question? */
export const isIgnoredField = (text: string): boolean => ignoredLine.test(text);

/** The points of a line such as `Points: 2`, or null. */
export function matchPoints(text: string): number | null {
  const found = pointsLine.exec(text)?.[1];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

/** `Options:` alone on a line. */
export const isOptionsHeading = (text: string): boolean => optionsHeading.test(text);

const anyAnswerWord = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(allAnswerWords)})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Does a text speak of answers at all? */
export const mentionsAnswer = (text: string): boolean => anyAnswerWord.test(text);
