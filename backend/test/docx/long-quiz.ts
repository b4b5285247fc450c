import type { Buffer } from 'node:buffer';
import { paragraph, rawDocx } from './raw-docx.js';

/** Typed numbers and letters, an answer line under each question; cheap to make, however long. */
export function longQuiz(questionCount: number): Buffer {
  const body = Array.from({ length: questionCount }, (_, index) => {
    const sum = 2 * index;
    const options = ['A', 'B', 'C', 'D'].map((label, at) => paragraph(`${label}. ${sum + at}`));
    return [
      paragraph(`${index + 1}. What is ${index} + ${index}?`),
      ...options,
      paragraph('Answer: A'),
    ].join('');
  });
  return rawDocx({ body: body.join('') });
}
