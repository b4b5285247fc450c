import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { backendDir } from './lib/paths.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';
import { runOnPinnedNode } from './lib/pinned-node.mjs';

// npm run parse -- FILE.docx: what the Word import reads in a file, as JSON on standard output.
// Needs neither database nor Redis; everything else it says goes to standard error.

const typeNames = {
  SINGLE_CHOICE: 'single',
  MULTIPLE_CHOICE: 'multi',
  TRUE_FALSE: 'truefalse',
  SHORT_ANSWER: 'short',
  NUMERIC: 'numeric',
};
const isTyped = ({ type }) => type === 'SHORT_ANSWER' || type === 'NUMERIC';

/** npm changes into the clone; a relative path counts from where the caller stands. */
function fileArgument() {
  const [file] = process.argv.slice(2);
  if (!file) throw new PlainError('Usage: npm run --silent parse -- FILE.docx');
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** @param {string} path below backend/dist */
function built(path) {
  return import(pathToFileURL(join(backendDir, 'dist', path)).href);
}

async function parse() {
  const { runParser } = await built('modules/word-import/parser/parser-process.js');
  const { sniffUpload } = await built('modules/word-import/reader/sniff-upload.js');
  const { ParseFailure } = await built('modules/word-import/domain/parse-failure.js');
  const { plainText } = await built('shared/content.js');
  const file = fileArgument();
  const bytes = await readFile(file).catch(() => {
    throw new PlainError(`${file} cannot be read.`);
  });
  const sniffed = sniffUpload(bytes);
  if (!sniffed.ok) throw failure(new ParseFailure(sniffed.code));
  const quiz = await runParser(bytes).catch((error) => {
    throw failure(error);
  });
  const shown = (question) => shownQuestion(question, (content) => plainText(named(content)));
  return {
    title: quiz.title,
    description: quiz.description,
    category: quiz.category,
    difficulty: quiz.difficulty,
    timeLimitSeconds: quiz.timeLimitSeconds,
    questions: quiz.questions.filter((question) => !isTyped(question)).map(shown),
    typedQuestions: quiz.questions.filter(isTyped).map((question) => {
      return { ...shown(question), answer: question.answer };
    }),
    diagnostics: quiz.diagnostics,
  };
}

/** Content with each picture as a word: formulas of old editors are pictures too. */
function named(node) {
  if (Array.isArray(node)) return node.map(named);
  if (node === null || typeof node !== 'object') return node;
  if (node.type === 'image') return { type: 'text', text: node.object ? '[EQ]' : '[IMG]' };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, named(value)]));
}

/** A question in plain text; `plainText` is that of the product. */
function shownQuestion(question, plainText) {
  const contents = [
    question.passage ?? [],
    question.stem,
    ...question.options.map(({ content }) => content),
  ];
  return {
    number: question.number,
    type: typeNames[question.type],
    section: question.section,
    passage: question.passage && plainText(question.passage),
    stem: plainText(question.stem),
    options: question.options.map(({ label, content, correct, feedback }) => {
      const said = feedback && { feedback: plainText(feedback) };
      return { label, text: plainText(content), correct, ...said };
    }),
    points: question.points,
    explanation: question.explanation && plainText(question.explanation),
    hasImage: JSON.stringify(contents).includes('"type":"image"'),
    hasMath:
      JSON.stringify(contents).includes('"type":"math"') ||
      question.diagnostics.some(({ code }) => code === 'MATH_UNSUPPORTED'),
    diagnostics: question.diagnostics,
  };
}

/**
 * `… | head` closes the pipe once it has seen enough: no fault of anybody.
 * @param {NodeJS.ErrnoException} error
 */
function whenReaderLeft(error) {
  if (error.code !== 'EPIPE') throw error;
}

/** @param {Error & { code?: string, detail?: string }} error */
function failure(error) {
  const detail = error.detail ? ` (${error.detail.split('\n')[0]})` : '';
  return new PlainError(`${error.code ?? 'FAILED'}: ${error.message}${detail}`);
}

await runMain(async () => {
  fileArgument();
  return runOnPinnedNode(fileURLToPath(import.meta.url), async () => {
    process.stdout.on('error', whenReaderLeft);
    process.stdout.write(`${JSON.stringify(await parse(), null, 1)}\n`);
  });
});
