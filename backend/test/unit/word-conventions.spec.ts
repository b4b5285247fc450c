import { env } from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuiz } from '../../src/modules/word-import/domain/parse-quiz.js';
import { parseDocx } from '../../src/modules/word-import/parser/parse-docx.js';
import { readDocx } from '../../src/modules/word-import/reader/read-docx.js';
import { asDocx } from '../property/as-docx.js';
import { asSource } from '../property/as-source.js';
import { conventions, isReadable } from '../property/conventions.js';
import { drawnSections, modelQuiz } from '../property/model-quiz.js';
import { differences, dishonesties } from '../property/verdict.js';
import { writeQuiz } from '../property/write-quiz.js';

/** More documents, others each time: `PROPERTY_RUNS=5000 npx vitest run --project unit word-conventions`. */
const deepRuns = Number(env.PROPERTY_RUNS ?? 0);
const runs = (usual: number): { numRuns: number; seed?: number } =>
  deepRuns > 0 ? { numRuns: deepRuns } : { numRuns: usual, seed: 20 };
const TIMEOUT_MS = 30_000 + deepRuns * 100;

/** A random quiz written in a random convention: the model and the document. */
const documents = fc.tuple(drawnSections, conventions).map(([drawn, convention]) => {
  const model = modelQuiz(drawn, convention);
  return { convention, model, lines: writeQuiz(model, convention) };
});

describe('random quizzes in every convention', () => {
  it(
    'never get a wrong answer, a made-up question or a lost text without a word about it',
    () => {
      const property = fc.property(documents, ({ model, lines }) => {
        expect(dishonesties(parseQuiz(asSource(lines)), model, lines)).toEqual([]);
      });
      fc.assert(property, runs(500));
    },
    TIMEOUT_MS,
  );

  it(
    'are read back as they were written wherever the import claims to read them',
    () => {
      const readable = documents.filter(({ convention }) => isReadable(convention));
      const property = fc.property(readable, ({ model, lines }) => {
        expect(differences(parseQuiz(asSource(lines)), model)).toEqual([]);
      });
      fc.assert(property, runs(500));
    },
    TIMEOUT_MS,
  );

  it(
    'are the same in a real .docx as in the lines it was made of',
    async () => {
      const property = fc.asyncProperty(documents, async ({ model, lines }) => {
        const bytes = await asDocx(lines);
        const { paragraphs } = await readDocx(bytes);
        expect(paragraphs.map(({ numbering }) => numbering?.label ?? '')).toEqual(
          asSource(lines).paragraphs.map(({ numbering }) => numbering?.label ?? ''),
        );
        const quiz = await parseDocx(bytes);
        expect(dishonesties(quiz, model, lines)).toEqual([]);
        expect(quiz.questions).toEqual(parseQuiz(asSource(lines)).questions);
      });
      await fc.assert(property, runs(40));
    },
    TIMEOUT_MS,
  );
});
