import { matchQuizField } from '../quiz-fields.js';
import { isIgnoredField, matchAnswerLine, matchExplanation, matchPoints } from '../key-words.js';
import { letterOrdinal } from '../labels.js';
import { matchQuestionLabel } from '../question-marker.js';

/** What a heading of a column (or of a row) says of the cells it stands for. */
export interface Heading {
  kind: 'number' | 'question' | 'option' | 'wrong' | 'answer' | 'explanation' | 'points' | 'meta';
  /** `B` of `Option B`, `2` of `Answer 2`; empty when there is none. */
  label: string;
  /** In lower case, to tell headings that say the same. */
  text: string;
}

/** Words over the numbers of questions, by language; to add a language, add its words. */
const numberWords: readonly string[] = [
  ...['#', '№', 'no', 'nr', 'n°', 'num', 'number', 'question no', 'question number', 'q no', 'q'],
  ...[
    'sl no',
    's no',
    'sr no',
    'serial number',
    'item no',
    'stt',
    'tt',
    'câu',
    'câu số',
    'câu hỏi số',
  ],
  ...['t/r', 'т/р', 'п/п', '№ п/п', 'номер', 'номер вопроса', 'номер питання', 'p/p', 'l p', 'lp'],
  ...['nomor', 'no soal', 'nomor soal', 'número', 'numéro', 'nummer', 'numero', 'sıra', 'sıra no'],
  ...[
    '序号',
    '题号',
    '編號',
    '编号',
    '番号',
    '번호',
    'ردیف',
    'شماره',
    'الرقم',
    'رقم',
    'क्रमांक',
    'ลำดับ',
    'ข้อ',
  ],
];

/** Words over questions, beyond those that announce one at the start of a line. */
const questionWords: readonly string[] = [
  ...['question', 'questions', 'question text', 'question stem', 'stem', 'item', 'test item'],
  ...['nội dung', 'nội dung câu hỏi', 'đề bài', 'câu hỏi trắc nghiệm', 'вопросы', 'текст вопроса'],
  ...['содержание вопроса', 'тестовые задания', 'задание', 'питання', 'запитання', 'savollar'],
  ...[
    'test savoli',
    'test savollari',
    "test topshirig'i",
    'савол',
    'саволлар',
    'сұрақ',
    'сұрақтар',
  ],
  ...[
    'butir soal',
    'naskah soal',
    'uraian soal',
    'enunciado',
    'énoncé',
    'fragestellung',
    'quesito',
  ],
  ...['otázka', 'întrebare', 'întrebarea', 'kérdés', 'sorular', 'küsimus', 'kysymys', 'fråga'],
  ...[
    'السؤال',
    'שאלה',
    'प्रश्न',
    'คำถาม',
    '题干',
    '試題',
    '试题',
    '質問',
    '問題',
    '문제',
    '질문',
    '문항',
  ],
];

/** Words over options; with a letter or a number behind them they name one of them. */
const optionWords: readonly string[] = [
  ...['option', 'options', 'choice', 'choices', 'answer choice', 'answer choices', 'answer option'],
  ...['answer options', 'possible answer', 'possible answers', 'alternative', 'alternatives'],
  ...['phương án', 'phương án trả lời', 'lựa chọn', 'các phương án', 'вариант', 'варианты'],
  ...['вариант ответа', 'варианты ответа', 'варианты ответов', 'варіант', 'варіанти відповідей'],
  ...['variant', 'variantlar', 'javob varianti', 'javob variantlari', 'жавоб варианти', 'нұсқа'],
  ...['pilihan', 'pilihan jawaban', 'opsi', 'opsi jawaban', 'opción', 'opciones', 'alternativa'],
  ...['opção', 'opções', 'proposition', 'propositions', 'choix', 'antwortmöglichkeit'],
  ...['antwortmöglichkeiten', 'antwortoption', 'opzione', 'opzioni', 'optie', 'opcja', 'možnost'],
  ...['variantă', 'variante', 'válaszlehetőség', 'seçenek', 'seçenekler', 'şık', 'valikvastus'],
  ...[
    'vastusevariant',
    'vaihtoehto',
    'alternativ',
    'svarsalternativ',
    'الخيار',
    'خيار',
    'الخيارات',
  ],
  ...[
    'گزینه',
    'گزینه ها',
    'אפשרות',
    'विकल्प',
    'ตัวเลือก',
    '选项',
    '選項',
    '选择项',
    '選択肢',
    '보기',
    '선택지',
  ],
];

/** Words over wrong options. */
const wrongWords: readonly string[] = [
  ...['distractor', 'distractors', 'wrong answer', 'wrong option', 'incorrect answer', 'incorrect'],
  ...['incorrect option', 'additional answer', 'other answer', 'other option', 'wrong answers'],
  ...["qo'shimcha javob", "noto'g'ri javob", 'muqobil javob', 'қўшимча жавоб', 'нотўғри жавоб'],
  ...['неправильный ответ', 'неверный ответ', 'дистрактор', 'неправильна відповідь', 'қате жауап'],
  ...['đáp án sai', 'phương án sai', 'phương án nhiễu', 'câu trả lời sai', 'pengecoh'],
  ...[
    'jawaban salah',
    'respuesta incorrecta',
    'distrator',
    'resposta incorreta',
    'resposta errada',
  ],
  ...['mauvaise réponse', 'distracteur', 'falsche antwort', 'distraktor', 'risposta errata'],
  ...['risposta sbagliata', 'distrattore', 'fout antwoord', 'błędna odpowiedź', 'špatná odpověď'],
  ...['nesprávná odpověď', 'răspuns greșit', 'helytelen válasz', 'yanlış cevap', 'çeldirici'],
  ...[
    'vale vastus',
    'väärä vastaus',
    'fel svar',
    'إجابة خاطئة',
    'پاسخ غلط',
    '错误答案',
    '干扰项',
    '誤答',
    '오답',
  ],
];

/** Words over right options, beyond those that announce an answer line. */
const rightWords: readonly string[] = [
  ...['right option', 'correct choice', 'correct one', 'phương án đúng', 'правильный вариант'],
  ...["to'g'ri variant", 'тўғри жавоб', 'тўғри вариант', 'opsi benar', 'opción correcta'],
  ...[
    'opção correta',
    'alternativa correta',
    'option correcte',
    'réponse juste',
    'richtige option',
  ],
  ...['opzione corretta', 'الخيار الصحيح', '正确选项', 'correct?', 'right?', 'is correct'],
];

/** Words over what says nothing of the question itself, beyond the fields of item banks. */
const metaWords: readonly string[] = [
  ...['id', 'type', 'question type', 'difficulty level', 'chapter', 'unit', 'lesson', 'subject'],
  ...[
    'remark',
    'remarks',
    'notes',
    'loại',
    'loại câu hỏi',
    'chương',
    'bài',
    'ghi chú',
    'тип',
    'тема',
  ],
  ...['уровень', 'уровень сложности', 'mavzu', 'qiyinlik darajasi', 'bob', 'tingkat kesulitan'],
  ...['bab', 'materi', 'tipo', 'dificultad', 'dificuldade', 'tema', 'type de question', 'niveau'],
  ...['schwierigkeit', 'thema', 'kategorie', '题型', '章节', '分类', '备注', '知识点', '难度'],
];

type Kind = Heading['kind'];
const kinds = new Map<string, Kind>();
for (const [kind, words] of [
  ['number', numberWords],
  ['option', optionWords],
  ['wrong', wrongWords],
  ['answer', rightWords],
  ['question', questionWords],
  ['meta', metaWords],
] as const) {
  for (const word of words) if (!kinds.has(word)) kinds.set(word, kind);
}

const longest = 60;

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`ʻʼ]/g, "'")
    .replace(/[(（[][^)）\]]*[)）\]]/g, ' ')
    .replace(/[\s.:：*_]+/g, ' ')
    .trim();
}

/** Category, difficulty or time. */
function tellsOfQuestion(word: string): boolean {
  const field = matchQuizField(`${word}: 1 min`)?.name;
  return field === 'category' || field === 'difficulty' || field === 'timeLimit';
}

function kindOf(word: string): Kind | null {
  const known = kinds.get(word);
  if (known) return known;
  if (isIgnoredField(`${word}:`) || tellsOfQuestion(word)) return 'meta';
  if (matchPoints(`${word}: 1`) !== null) return 'points';
  if (matchExplanation(`${word}: `) !== null) return 'explanation';
  if (matchAnswerLine(word)?.value === '') return 'answer';
  const asked = matchQuestionLabel(`${word}: ?`);
  return asked?.style === 'keyword' && asked.label === '' ? 'question' : null;
}

const ending =
  /^(.*?)(?:(?:[\s-]+|(?<=[\u3040-\u9fff\uac00-\ud7af]))([a-jа-и])|[\s-]*(?<!\d)(\d{1,2}))$/u;
const nameable: ReadonlySet<Kind> = new Set(['option', 'wrong', 'answer']);

/** Understands a heading such as `№`, `Question`, `Option B`, `Correct answer`; null for other text. */
export function readHeading(cell: string): Heading | null {
  if (cell === '' || cell.length > longest) return null;
  const text = fold(cell);
  const kind = kindOf(text);
  if (kind) return { kind, label: '', text };
  const alone = cell.trim().replace(/[.):：]$/, '');
  if (letterOrdinal(alone.toUpperCase())) return { kind: 'option', label: alone, text };
  const found = ending.exec(text);
  const named = kindOf(found?.[1] ?? '');
  if (!named || !nameable.has(named)) return null;
  const label = (found?.[2] ?? found?.[3] ?? '').toUpperCase();
  // An answer with a letter of its own is one of several, not the right one.
  return { kind: named === 'answer' ? 'option' : named, label, text };
}
