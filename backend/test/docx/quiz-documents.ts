import type { Buffer } from 'node:buffer';
import { AlignmentType, Document, ImageRun, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { png } from './images.js';

/** Quizzes in Word as teachers write them, made with the `docx` library. */

const listLevels = (format: 'decimal' | 'lowerLetter') => [
  {
    level: 0,
    format: format === 'decimal' ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER,
    text: '%1.',
    alignment: AlignmentType.START,
  },
];

async function pack(children: Paragraph[]): Promise<Buffer> {
  const numbering = {
    config: [
      { reference: 'questions', levels: listLevels('decimal') },
      { reference: 'options', levels: listLevels('lowerLetter') },
    ],
  };
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

const item = (reference: string, instance: number, text: string): Paragraph =>
  new Paragraph({ numbering: { reference, level: 0, instance }, children: [new TextRun(text)] });

/** Word's own numbers and letters, an answer line under each question. */
export function autoNumberedQuiz(questionCount: number): Promise<Buffer> {
  const children: Paragraph[] = [];
  for (let number = 1; number <= questionCount; number += 1) {
    children.push(item('questions', 0, `What is ${number} + ${number}?`));
    for (const offset of [0, 1, 2, 3]) {
      children.push(item('options', number, String(2 * number + offset)));
    }
    children.push(new Paragraph('Ans: A'));
  }
  return pack(children);
}

/** Typed labels, the right option in red, a picture in the first stem. */
export function colouredQuizWithPicture(): Promise<Buffer> {
  const picture = new ImageRun({
    type: 'png',
    data: png(40, 30),
    transformation: { width: 80, height: 60 },
  });
  const red = (text: string) =>
    new Paragraph({ children: [new TextRun({ text, color: 'FF0000' })] });
  return pack([
    new Paragraph({ text: 'Colours of the flag', heading: 'Title' }),
    new Paragraph({ children: [new TextRun('1. Which flag is this?'), picture] }),
    new Paragraph('A. Peru'),
    red('B. Austria'),
    new Paragraph('C. Poland'),
    new Paragraph('2. Is blue a colour?'),
    red('A. Yes'),
    new Paragraph('B. No'),
  ]);
}
