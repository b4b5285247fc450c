import type { FormLanguage } from '../domain/form/form-words.js';

interface Choices {
  stem: string;
  /** A star marks the right ones. */
  options: readonly string[];
}

/** The words of the sample in one language. */
export interface SampleTexts {
  title: string;
  description: string;
  single: Choices & { feedback: readonly string[]; explanation: string };
  multiple: Choices;
  trueFalse: Choices & { explanation: string };
  code: { stem: string; accepted: string[] };
  number: { stem: string };
  picture: Choices & { alt: string };
  table: Choices & { rows: readonly (readonly string[])[] };
  /** Before and after the formula. */
  formula: { stem: readonly [string, string]; options: readonly string[] };
}

export const sampleTexts: Readonly<Record<FormLanguage, SampleTexts>> = {
  en: {
    title: 'Sample quiz',
    description:
      'Write over these questions with your own. Word numbers and letters them by itself: choose the styles “QuizMaster Question” and “QuizMaster Option”.',
    single: {
      stem: 'Which planet is closest to the Sun?',
      options: ['Venus', '*Mercury', 'Mars'],
      feedback: ['Venus is the second one.', 'Yes, at about 58 million kilometres.', ''],
      explanation: 'Mercury goes round the Sun in only 88 days.',
    },
    multiple: {
      stem: 'Which of these animals are mammals? Choose all that are right.',
      options: ['*Bat', 'Penguin', '*Dolphin', 'Crocodile'],
    },
    trueFalse: {
      stem: 'Water boils at a lower temperature on a high mountain.',
      options: ['*True', 'False'],
      explanation: 'The air presses less up there.',
    },
    code: { stem: 'What does this program print?', accepted: ['3', 'three'] },
    number: { stem: 'How fast does a falling stone gain speed, in m/s²?' },
    picture: {
      stem: 'Which bar is the highest?',
      alt: 'A chart of three bars: blue 3, green 5, red 2',
      options: ['The blue one', '*The green one', 'The red one'],
    },
    table: {
      stem: 'Look at the table. Which city is the largest?',
      rows: [
        ['City', 'People'],
        ['Aford', '120 000'],
        ['Beeton', '340 000'],
        ['Ceeville', '95 000'],
      ],
      options: ['Aford', '*Beeton', 'Ceeville'],
    },
    formula: {
      stem: ['Which numbers solve ', '?'],
      options: ['*3', '*−3', '9', '0'],
    },
  },
  vi: {
    title: 'Đề mẫu',
    description:
      'Hãy viết câu hỏi của bạn đè lên các câu này. Word tự đánh số và chữ cái: chọn kiểu “QuizMaster Question” và “QuizMaster Option”.',
    single: {
      stem: 'Hành tinh nào gần Mặt Trời nhất?',
      options: ['Sao Kim', '*Sao Thủy', 'Sao Hỏa'],
      feedback: ['Sao Kim đứng thứ hai.', 'Đúng, cách khoảng 58 triệu ki-lô-mét.', ''],
      explanation: 'Sao Thủy quay quanh Mặt Trời chỉ mất 88 ngày.',
    },
    multiple: {
      stem: 'Những con vật nào là động vật có vú? Chọn tất cả các đáp án đúng.',
      options: ['*Dơi', 'Chim cánh cụt', '*Cá heo', 'Cá sấu'],
    },
    trueFalse: {
      stem: 'Trên núi cao, nước sôi ở nhiệt độ thấp hơn.',
      options: ['*Đúng', 'Sai'],
      explanation: 'Trên đó áp suất không khí nhỏ hơn.',
    },
    code: { stem: 'Chương trình này in ra gì?', accepted: ['3', 'ba'] },
    number: { stem: 'Gia tốc của hòn đá rơi là bao nhiêu, tính bằng m/s²?' },
    picture: {
      stem: 'Cột nào cao nhất?',
      alt: 'Biểu đồ ba cột: xanh dương 3, xanh lá 5, đỏ 2',
      options: ['Cột xanh dương', '*Cột xanh lá', 'Cột đỏ'],
    },
    table: {
      stem: 'Xem bảng. Thành phố nào lớn nhất?',
      rows: [
        ['Thành phố', 'Số dân'],
        ['An Phú', '120 000'],
        ['Bình Sơn', '340 000'],
        ['Cẩm Hà', '95 000'],
      ],
      options: ['An Phú', '*Bình Sơn', 'Cẩm Hà'],
    },
    formula: {
      stem: ['Những số nào là nghiệm của ', '?'],
      options: ['*3', '*−3', '9', '0'],
    },
  },
};
