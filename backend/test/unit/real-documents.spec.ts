import { readdir, readFile } from 'node:fs/promises';
import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { parseDocx } from '../../src/modules/word-import/parser/parse-docx.js';
import { readDocx } from '../../src/modules/word-import/reader/read-docx.js';
import { readQuiz } from '../../src/modules/word-import/domain/read-quiz.js';
import { brokenPromises, vanishedParagraphs } from '../docx/told-paragraphs.js';

/** Real documents are no part of the repository; a developer may keep a folder of them beside it. */
const folder = new URL(
  env.WORD_SAMPLES ? `file://${env.WORD_SAMPLES}/` : '../../../../shared/docx/samples/',
  import.meta.url,
);
const names = await readdir(folder).catch(() => []);
const documents = names.filter((name) => name.endsWith('.docx')).toSorted();
if (documents.length === 0) {
  process.stdout.write(`No documents in ${folder.pathname}: nothing real is read.\n`);
}
/** Trying one out reads the whole document again. */
const mostFixes = 8;
const TIMEOUT_MS = 60_000;

describe.runIf(documents.length > 0)('of every real document', () => {
  it.each(documents)(
    'no paragraph vanishes, and each suggested fix mends what it is suggested for: %s',
    async (name) => {
      const bytes = await readFile(new URL(encodeURIComponent(name), folder));
      const document = await readDocx(bytes);
      const quiz = await parseDocx(bytes);
      expect(vanishedParagraphs(quiz)).toEqual([]);
      expect(brokenPromises(quiz, (fix) => readQuiz(document, fix), mostFixes)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
