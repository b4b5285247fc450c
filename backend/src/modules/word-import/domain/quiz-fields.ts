import { parseDuration } from './duration.js';
import type { ParsedDifficulty } from './parsed-quiz.js';

/** What a line can say of a quiz as a whole, or of one question. */
export type QuizFieldName = 'title' | 'description' | 'category' | 'difficulty' | 'timeLimit';

export interface QuizField {
  name: QuizFieldName;
  value: string;
}

/** Words before the value, by field; to add a language, add its words. */
const fieldWords: Readonly<Record<QuizFieldName, readonly string[]>> = {
  title: [
    ...[
      'title',
      'quiz title',
      'test title',
      'quiz name',
      'exam title',
      'tiêu đề',
      'tên đề',
      '标题',
    ],
    ...['試験名', 'название', 'название теста', 'назва', 'judul', 'título', 'titre', 'titel'],
    ...['titolo', 'tytuł', 'název', 'titlu', 'cím', 'başlık', 'nomi', 'العنوان', 'عنوان', 'शीर्षक'],
  ],
  description: [
    ...[
      'quiz description',
      'description',
      'instructions',
      'mô tả',
      'hướng dẫn',
      '说明',
      '考试说明',
    ],
    ...['описание', 'инструкция', 'опис', 'deskripsi', 'petunjuk', 'descripción', 'instrucciones'],
    ...['descrição', 'instruções', 'consignes', 'beschreibung', 'descrizione', 'omschrijving'],
    ...['opis', 'popis', 'descriere', 'leírás', 'açıklamalar', 'الوصف', 'تعليمات', 'توضیحات'],
  ],
  category: [
    ...['category', 'quiz category', 'danh mục', 'chủ đề', '分类', '类别', 'カテゴリ', '분류'],
    ...['категория', 'категорія', 'kategori', 'categoría', 'categoria', 'catégorie', 'kategorie'],
    ...[
      'categorie',
      'kategoria',
      'kategória',
      'kategoriya',
      'الفئة',
      'التصنيف',
      'دسته بندی',
      'श्रेणी',
    ],
  ],
  difficulty: [
    ...[
      'difficulty',
      'difficulty level',
      'level of difficulty',
      'độ khó',
      'mức độ',
      '难度',
      '難易度',
    ],
    ...['난이도', 'сложность', 'уровень сложности', 'складність', 'tingkat kesulitan'],
    ...['dificultad', 'dificuldade', 'difficulté', 'schwierigkeit', 'schwierigkeitsgrad'],
    ...['difficoltà', 'moeilijkheid', 'trudność', 'obtížnost', 'dificultate', 'nehézség', 'zorluk'],
    ...['qiyinlik', 'الصعوبة', 'سختی', 'कठिनाई'],
  ],
  timeLimit: [
    ...['time', 'time limit', 'time allowed', 'duration', 'thời gian', 'thời gian làm bài', '时间'],
    ...[
      '考试时间',
      '时长',
      '考試時間',
      '制限時間',
      '시간',
      '제한 시간',
      'время',
      'время выполнения',
    ],
    ...[
      'час виконання',
      'waktu',
      'alokasi waktu',
      'tiempo',
      'duración',
      'tempo',
      'duração',
      'durée',
    ],
    ...['temps', 'zeit', 'dauer', 'bearbeitungszeit', 'durata', 'tijd', 'czas', 'čas', 'timp'],
    ...['idő', 'süre', 'vaqt', 'الوقت', 'الزمن', 'المدة', 'زمان', 'مدت', 'समय', 'เวลา'],
  ],
};

const difficultyWords: Readonly<Record<ParsedDifficulty, readonly string[]>> = {
  EASY: [
    ...['easy', 'simple', 'beginner', 'low', 'dễ', '易', '容易', '简单', '簡單', '쉬움', 'легкий'],
    ...['лёгкий', 'лёгкая', 'легкая', 'легко', 'лёгко', 'низкая', 'mudah', 'fácil', 'facile'],
    ...['leicht', 'einfach', 'makkelijk', 'łatwy', 'lehké', 'ușor', 'könnyű', 'kolay', 'oson'],
    ...['سهل', 'سهلة', 'آسان', 'आसान', 'ง่าย', 'nhận biết'],
  ],
  MEDIUM: [
    ...[
      'medium',
      'moderate',
      'intermediate',
      'average',
      'normal',
      'trung bình',
      '中',
      '中等',
      '一般',
    ],
    ...['보통', 'средний', 'средняя', 'средне', 'середній', 'sedang', 'media', 'medio', 'médio'],
    ...['moyen', 'moyenne', 'mittel', 'gemiddeld', 'średni', 'střední', 'mediu', 'közepes', 'orta'],
    ...["o'rta", 'متوسط', 'متوسطة', 'मध्यम', 'ปานกลาง', 'thông hiểu'],
  ],
  HARD: [
    ...['hard', 'difficult', 'advanced', 'high', 'khó', '难', '困难', '較難', '较难', '어려움'],
    ...['сложный', 'сложная', 'сложно', 'трудный', 'высокая', 'складний', 'sulit', 'sukar'],
    ...['difícil', 'difficile', 'schwer', 'schwierig', 'moeilijk', 'trudny', 'těžké', 'dificil'],
    ...['nehéz', 'zor', 'qiyin', 'صعب', 'صعبة', 'سخت', 'दुष्कर', 'कठिन', 'ยาก', 'vận dụng cao'],
  ],
};

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const names = Object.keys(fieldWords) as QuizFieldName[];
const matchers = names.map((name) => {
  const words = fieldWords[name].toSorted((a, b) => b.length - a.length).map(escape);
  const line = `^[\\s*_•-]*[\\[(【（]?\\s*(?:${words.join('|')})\\s*(?:[:：]|[\\]】]\\s*[:：]?)\\s*(.*)$`;
  return [name, new RegExp(line, 'iu')] as const;
});

const difficultyByWord = new Map<string, ParsedDifficulty>(
  Object.entries(difficultyWords).flatMap(([difficulty, words]) =>
    words.map((word) => [word, difficulty as ParsedDifficulty] as const),
  ),
);

/** The difficulty a word names, in many languages; null when it names none. */
export function difficultyOf(value: string): ParsedDifficulty | null {
  return (
    difficultyByWord.get(
      value
        .trim()
        .toLowerCase()
        .replace(/[.。]$/, ''),
    ) ?? null
  );
}

/** A line such as `Category: History` or `Thời gian: 45 phút`; a time that is no time is none. */
export function matchQuizField(text: string): QuizField | null {
  if (!/[:：\]】]/.test(text)) return null;
  for (const [name, pattern] of matchers) {
    const value = pattern
      .exec(text)?.[1]
      ?.trim()
      .replace(/[)）]$/, '');
    if (value === undefined) continue;
    if (name === 'timeLimit' && parseDuration(value) === null) return null;
    return { name, value };
  }
  return null;
}
