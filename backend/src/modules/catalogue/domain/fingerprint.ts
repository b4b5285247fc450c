import { canonicalJson, sha256Hex } from '../../../shared/hash.js';

/** What students meet of a question. Content is as stored: pictures by the ids of their media. */
interface Worded {
  type: string;
  stem: unknown;
  explanation: unknown;
  points: number;
  options: readonly { content: unknown; correct: boolean; feedback?: unknown }[];
  answer: unknown;
}

/** Equal for questions that read and are graded the same, whatever was doubted about them. */
export function questionFingerprint(question: Worded): string {
  const { type, stem, explanation, points, options, answer } = question;
  return sha256Hex(
    canonicalJson([
      type,
      stem,
      explanation ?? null,
      points.toFixed(2),
      options.map(({ content, correct, feedback }) => [content, correct, feedback ?? null]),
      answer ?? null,
    ]),
  );
}
