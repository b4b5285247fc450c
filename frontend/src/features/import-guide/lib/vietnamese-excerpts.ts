import { inner, innerItem, item, line, row, type Excerpt } from './excerpt.ts';
import type { ExcerptId } from './excerpts.ts';

export const vietnameseExcerpts: Readonly<Record<ExcerptId, Excerpt>> = {
  recommended: {
    lines: [
      item('1.', 'Hành tinh nào gần Mặt Trời nhất?'),
      innerItem('A.', 'Sao Kim'),
      innerItem('B.', 'Sao Thủy'),
      innerItem('C.', 'Sao Hỏa'),
      line(['Đáp án:', 'bold'], ' B'),
      line(['Điểm:', 'bold'], ' 2'),
      line(['Giải thích:', 'bold'], ' Sao Thủy quay quanh Mặt Trời hết 88 ngày.'),
    ],
    reads: [['B']],
  },
  typedNumbers: {
    lines: [
      line('1) Thủ đô của Peru là gì?'),
      line('a) Quito'),
      line('b) Lima'),
      line('Đáp án: b'),
      line('2) Thủ đô của Kenya là gì?'),
      line('a) Nairobi'),
      line('b) Kampala'),
      line('Đáp án: a'),
    ],
    reads: [['b'], ['a']],
  },
  wordLists: {
    lines: [
      item('1.', 'Kim loại nào lỏng ở nhiệt độ phòng?'),
      innerItem('a.', 'Sắt'),
      innerItem('b.', 'Thủy ngân'),
      line('Đáp án: b'),
    ],
    reads: [['b']],
  },
  numberWords: {
    lines: [
      line(['Câu 1:', 'bold'], ' Con nhện có bao nhiêu chân?'),
      line('A. Sáu'),
      line('B. Tám'),
      line('Đáp án: B'),
      line(['Câu 2:', 'bold'], ' Con kiến có bao nhiêu chân?'),
      line('A. Sáu'),
      line('B. Tám'),
      line('Đáp án: A'),
    ],
    reads: [['B'], ['A']],
  },
  unnumbered: {
    lines: [
      line('Ai viết Truyện Kiều?'),
      line('A. Nguyễn Trãi'),
      line('B. Nguyễn Du'),
      line('Đáp án: B'),
      line(''),
      line('Ai viết Bình Ngô đại cáo?'),
      line('A. Nguyễn Trãi'),
      line('B. Nguyễn Du'),
      line('Đáp án: A'),
    ],
    reads: [['B'], ['A']],
  },
  questionTables: {
    lines: [
      row('1. Cây hấp thụ khí nào?'),
      row('A. Oxy'),
      row('B. Carbon dioxide'),
      row('Đáp án: B'),
    ],
    reads: [['B']],
  },
  rowPerQuestion: {
    lines: [
      row('STT', 'Câu hỏi', 'A', 'B', 'C', 'Đáp án'),
      row('1', '3 × 4 bằng bao nhiêu?', '7', '12', '34', 'B'),
      row('2', '10 − 4 bằng bao nhiêu?', '6', '5', '14', 'A'),
    ],
    reads: [['B'], ['A']],
  },
  letters: {
    lines: [
      line('1. Số nào là số nguyên tố?'),
      line('(A) 9'),
      line('(B) 11'),
      line('(C) 15'),
      line('Đáp án: B'),
    ],
    reads: [['B']],
  },
  bullets: {
    lines: [
      line('1. Sông nào dài nhất?'),
      innerItem('•', 'Sông Hồng'),
      innerItem('•', ['Sông Nin', 'bold']),
      innerItem('•', 'Sông Đà'),
      line('2. Biển nào mặn nhất?'),
      innerItem('•', ['Biển Chết', 'bold']),
      innerItem('•', 'Biển Baltic'),
      innerItem('•', 'Biển Bắc'),
    ],
    reads: [['Sông Nin'], ['Biển Chết']],
  },
  sameLine: {
    lines: [
      line('Câu 1: Con vật nào đẻ trứng?'),
      line('A. Bò      B. Gà      C. Ngựa      D. Mèo'),
      line('Đáp án: B'),
    ],
    reads: [['B']],
  },
  stemLine: {
    lines: [line('Câu 1: Đâu là quả?   A. Cà rốt   B. Táo   C. Tỏi'), line('Đáp án: B')],
    reads: [['B']],
  },
  checkBoxes: {
    lines: [line('1. Những vật nào nổi?'), line('☑ Nút bần'), line('☐ Đá'), line('☑ Nước đá')],
    reads: [['Nút bần', 'Nước đá']],
  },
  optionNumbers: {
    lines: [
      line('Câu 1. Từ khóa nào kết thúc vòng lặp?'),
      inner('1. stop'),
      inner('2. break'),
      inner('3. end'),
      line('Đáp án đúng: 2'),
      line('Câu 2. Từ khóa nào bắt đầu vòng lặp?'),
      inner('1. for'),
      inner('2. go'),
      inner('3. run'),
      line('Đáp án đúng: 1'),
    ],
    reads: [['2'], ['1']],
  },
  answerLine: {
    lines: [
      line('1. Bầu trời quang có màu gì?'),
      line('A. Xanh'),
      line('B. Vàng'),
      line('Đáp án: A'),
    ],
    reads: [['A']],
  },
  marks: {
    lines: [
      line('1. Đại dương nào lớn nhất?'),
      line('A. Đại Tây Dương'),
      line('*B. Thái Bình Dương'),
      line('C. Ấn Độ Dương'),
      line('2. Sa mạc nào lớn nhất?'),
      line('*A. Sahara'),
      line('B. Gobi'),
      line('C. Kalahari'),
    ],
    reads: [['B'], ['A']],
  },
  looks: {
    lines: [
      line('1. Hình nào có ba cạnh?'),
      line('A. Hình vuông'),
      line('B. ', ['Hình tam giác', 'highlight']),
      line('C. Hình tròn'),
      line('2. Hình nào có bốn cạnh?'),
      line('A. ', ['Hình vuông', 'highlight']),
      line('B. Hình tam giác'),
      line('C. Hình tròn'),
    ],
    reads: [['B'], ['A']],
  },
  keyList: {
    lines: [
      line('1. 2 + 2 bằng bao nhiêu?'),
      line('A. 3'),
      line('B. 4'),
      line('2. 5 − 1 bằng bao nhiêu?'),
      line('A. 4'),
      line('B. 6'),
      line(['Đáp án:', 'bold']),
      line('1. B'),
      line('2. A'),
    ],
    reads: [['B'], ['A']],
  },
  keyTable: {
    lines: [
      line('1. 2 × 2 bằng bao nhiêu?'),
      line('A. 2'),
      line('B. 4'),
      line('2. 9 : 3 bằng bao nhiêu?'),
      line('A. 3'),
      line('B. 6'),
      line(['Đáp án', 'bold']),
      row('1', '2'),
      row('B', 'A'),
    ],
    reads: [['B'], ['A']],
  },
  several: {
    lines: [
      line('1. Đâu là hành tinh?'),
      line('A. Mặt Trăng'),
      line('B. Sao Kim'),
      line('C. Sao Thổ'),
      line('Đáp án: B, C'),
    ],
    reads: [['B', 'C']],
  },
  trueFalse: {
    lines: [line('1. Trái Đất phẳng.'), line('Đúng / Sai'), line('Đáp án: Sai')],
    reads: [['Sai']],
  },
  shortAnswer: {
    lines: [line('1. Thủ đô của Pháp là gì?'), line('Đáp án: Paris')],
    reads: [['Paris']],
  },
  number: {
    lines: [line('1. Số π bằng bao nhiêu, đến hai chữ số thập phân?'), line('Đáp án: 3.14 ± 0.01')],
    reads: [['3.14 ± 0.01']],
  },
};
