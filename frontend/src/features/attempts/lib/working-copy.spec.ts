import { expect, it } from 'vitest';
import type { AnswerValue, ServerCopy } from './answers';
import { mergeServerCopy, openWorkingCopy, unsentAnswers, withAnswer } from './working-copy';

const NOBODY: ReadonlySet<string> = new Set();

function server(version: number, answers: Record<string, AnswerValue>): ServerCopy {
  const entries = Object.entries(answers).map(
    ([id, value]) => [id, { value, at: '2030-01-01T00:00:00Z', device: 'elsewhere' }] as const,
  );
  return { version, answers: Object.fromEntries(entries) };
}

const mine = { value: 'mine', at: '2030-01-01T00:00:00Z', verified: true, revision: 1 };

it.each([
  ['had no answer before', {}],
  ['had an answer before', { q1: 'before' }],
])(
  'a question that is asked about and %s stays so when the other device goes on saving',
  (_, before) => {
    const own = withAnswer(openWorkingCopy(server(1, before)), 'q1', mine);
    const once = mergeServerCopy(own, server(2, { q1: 'theirs' }), NOBODY);
    const twice = mergeServerCopy(once, server(3, { q1: 'theirs', q2: 'x' }), NOBODY);
    expect(Object.keys(twice.conflicts)).toEqual(['q1']);
    expect(unsentAnswers(twice)).toEqual([]);
  },
);
