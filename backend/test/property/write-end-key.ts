import type { Convention } from './conventions.js';
import { line, type DocLine } from './doc-line.js';
import type { ModelQuestion, ModelQuiz } from './model-quiz.js';
import { rightNames } from './write-key.js';

const cell = (text: string, table: number, row: number, column: number): DocLine => ({
  ...line(text),
  cell: { table, row, column },
});

type Entry = [number: string, answer: string];

function sectionKey(entries: Entry[], part: number, key: string): DocLine[] {
  switch (key) {
    case 'end table across':
      return [0, 1].flatMap((row) =>
        entries.map((entry, column) => cell(entry[row] ?? '', part, row, column)),
      );
    case 'end table down':
      return entries.flatMap((entry, row) =>
        entry.map((text, column) => cell(text, part, row, column)),
      );
    case 'end line':
      return [line(entries.map(([number, answer]) => `${number}. ${answer}`).join('    '))];
    default:
      return entries.map(([number, answer]) => line(`${number}. ${answer}`));
  }
}

/** The list of answers after the questions, part by part. */
export function endKeyLines({ sections }: ModelQuiz, convention: Convention): DocLine[] {
  const lines: DocLine[] = [line('ANSWER KEY')];
  sections.forEach((questions: ModelQuestion[], part) => {
    if (convention.twoParts) lines.push(line(`PART ${['I', 'II'][part] ?? ''}`));
    const entries = questions.map((question, index): Entry => [
      String(index + 1),
      rightNames(question, convention),
    ]);
    lines.push(...sectionKey(entries, part, convention.key));
  });
  return lines;
}
