import { Buffer } from 'node:buffer';
import type { FormLanguage } from '../../src/modules/word-import/domain/form/form-words.js';
import type { ParsedQuiz } from '../../src/modules/word-import/domain/parsed-quiz.js';
import { parseDocx } from '../../src/modules/word-import/parser/parse-docx.js';
import type { QuizForm } from '../../src/modules/word-import/writer/quiz-form.js';
import { writeQuiz } from '../../src/modules/word-import/writer/write-quiz.js';
import type { Block, Inline, Paragraph, RichContent } from '../../src/shared/content.js';
import { readImageHeader } from '../../src/modules/word-import/reader/image-header.js';
import { readPictureFile } from '../../src/modules/word-import/reader/picture-file.js';
import { pictureBytes } from './any-quiz.js';

/** The bytes of a quiz in Word, with the pictures of the random ones. */
export async function written(quiz: QuizForm, language: FormLanguage = 'en'): Promise<Buffer> {
  const pictures = [...pictureBytes].map(([media, bytes]) => {
    const picture = readImageHeader(bytes) ?? readPictureFile(bytes);
    const { mime, width, height } = picture ?? { mime: 'image/svg+xml', width: 20, height: 10 };
    return { media, mime, width, height };
  });
  const load = (media: string) => Promise.resolve(pictureBytes.get(media) ?? new Uint8Array());
  const chunks: Buffer[] = [];
  for await (const chunk of writeQuiz(quiz, language, { pictures, load })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function importedAgain(quiz: QuizForm, language?: FormLanguage): Promise<ParsedQuiz> {
  return parseDocx(await written(quiz, language));
}

/** Content in the one way of writing down what is shown: texts that look the same in one piece. */
function sameInlines(children: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  const pieces = children.flatMap((inline): Inline[] => {
    if (inline.type === 'math') return [{ ...inline, text: '' }];
    if (inline.type !== 'text') return [inline];
    const marks = inline.marks?.length ? { marks: inline.marks } : {};
    return inline.text.split(/(\n)/).flatMap((text): Inline[] => {
      if (text === '\n') return [{ type: 'break' }];
      return text === '' ? [] : [{ type: 'text', text, ...marks }];
    });
  });
  for (const inline of pieces) {
    const last = all.at(-1);
    const joins =
      inline.type === 'text' &&
      last?.type === 'text' &&
      String(inline.marks) === String(last.marks);
    if (joins) all[all.length - 1] = { ...last, text: last.text + inline.text };
    else all.push(inline);
  }
  return all;
}

const isBlank = ({ children }: Paragraph): boolean =>
  children.every(
    (inline) => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === ''),
  );

function sameParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs
    .map(({ children }): Paragraph => ({ type: 'paragraph', children: sameInlines(children) }))
    .filter((paragraph) => !isBlank(paragraph));
}

/** Blank paragraphs are no content: they vanish on both sides. */
export function sameContent(content: RichContent | null): RichContent | null {
  const same = content?.flatMap((block): Block[] => {
    if (block.type === 'paragraph') return sameParagraphs([block]);
    return [
      {
        type: 'table',
        rows: block.rows.map(({ cells }) => ({ cells: cells.map(sameParagraphs) })),
      },
    ];
  });
  return same && same.length > 0 ? same : null;
}

type Comparable = Pick<
  ParsedQuiz,
  'title' | 'category' | 'difficulty' | 'timeLimitSeconds' | 'description'
> & { questions: unknown[] };

/** What of a quiz must survive being written and imported again. */
export function comparable(quiz: QuizForm | ParsedQuiz): Comparable {
  const { title, description, category, difficulty, timeLimitSeconds } = quiz;
  return {
    title,
    description: description === '' ? null : description,
    category,
    difficulty,
    timeLimitSeconds,
    questions: quiz.questions.map(({ type, stem, options, answer, points, explanation }) => ({
      type,
      stem: sameContent(stem),
      options: options.map(({ content, correct, feedback }) => ({
        content: sameContent(content),
        correct,
        feedback: sameContent(feedback),
      })),
      answer,
      points: points ?? 1,
      explanation: sameContent(explanation),
    })),
  };
}
