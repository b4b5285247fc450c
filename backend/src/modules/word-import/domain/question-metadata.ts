/** Words that tell of a question's kind or settings and are no part of its text; to add a language, add its words. */
const settings: readonly string[] = [
  ...[
    'single choice',
    'multiple choice',
    'multiple choices',
    'multiple answer',
    'multiple answers',
  ],
  ...[
    'multiple response',
    'multiple select',
    'single answer',
    'single select',
    'one answer',
    'mcq',
  ],
  ...['true/false', 'true or false', 'true-false', 'short answer', 'essay', 'open question'],
  ...['numeric', 'numerical', 'matching', 'ordering', 'fill in the blank', 'fill in the blanks'],
  ...['shuffle', 'shuffled', 'no shuffle', 'partial credit', 'required', 'optional', 'easy'],
  ...['medium', 'hard', 'trắc nghiệm', 'một đáp án', 'nhiều đáp án', 'đúng/sai', 'tự luận', '单选'],
  ...['单选题', '多选', '多选题', '判断', '判断题', '填空题', '简答题', '不定项', '不定项选择题'],
  ...['один ответ', 'один вариант', 'одиночный выбор', 'множественный выбор', 'несколько ответов'],
  ...['selección única', 'selección múltiple', 'opción múltiple', 'verdadero/falso', 'obligatoria'],
  ...['escolha única', 'múltipla escolha', 'verdadeiro/falso', 'choix unique', 'choix multiple'],
  ...['choix multiples', 'qcm', 'qcu', 'vrai/faux', 'einfachauswahl', 'mehrfachauswahl'],
  ...['richtig/falsch', 'scelta singola', 'scelta multipla', 'vero/falso', 'pilihan ganda'],
  ...['benar/salah', 'isian singkat', 'uraian', 'tek seçim', 'çoktan seçmeli', 'doğru/yanlış'],
  ...['jednokrotnego wyboru', 'wielokrotnego wyboru', 'üks vastus', 'mitu vastust'],
];
const known = new Set(settings);
const points =
  /^\d+(?:[.,]\d+)?\s*(?:points?|pts?|marks?|điểm|分|балл\p{L}*|puntos?|pontos?|punkte|punti|poin|puan)$/iu;
const longest = 120;

/** Is this, after a question's number, only a note of its kind and settings: `single choice, shuffle`? */
export function isQuestionMetadata(text: string): boolean {
  if (text.length > longest || text.trim() === '') return false;
  const parts = text
    .toLowerCase()
    .replace(/^[\s([（【–—:-]+|[\s)\]）】.:]+$/gu, '')
    .split(/\s*[,;|，；、·()]\s*/u)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => known.has(part) || points.test(part));
}
