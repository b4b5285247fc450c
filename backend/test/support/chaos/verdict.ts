import { isDeepStrictEqual } from 'node:util';
import type { AnswerValue } from '../../../src/modules/attempts/attempts.dto.js';
import type { HistoryRow } from '../page-model.js';
import type { LedgerLine } from './ledger-file.js';

/** An attempt as the database has it. */
export interface StoredAttempt {
  id: string;
  version: number;
  answers: Record<string, { value: AnswerValue }>;
  history: HistoryRow[];
}

/** What breaks "acknowledged ⊆ database ⊆ sent", a sentence each. */
export interface Verdict {
  /** Acknowledged, and not in the database. */
  lost: string[];
  /** In the database, and never sent so. */
  invented: string[];
  /** Applied twice, or a history that does not add up to the answers. */
  torn: string[];
}

/** Holds the ledger of the driver against the database. */
export function judge(lines: readonly LedgerLine[], attempts: readonly StoredAttempt[]): Verdict {
  const verdict: Verdict = { lost: [], invented: [], torn: [] };
  const linesOf = Map.groupBy(lines, ({ attempt }) => attempt);
  const found = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  for (const id of new Set([...linesOf.keys(), ...found.keys()])) {
    const own = linesOf.get(id) ?? [];
    // An attempt may be lost as a whole, and all its saves with it.
    const attempt = found.get(id) ?? { id, version: 0, answers: {}, history: [] };
    verdict.lost.push(...findLost(own, attempt));
    verdict.invented.push(...findInvented(own, attempt));
    verdict.torn.push(...findTorn(attempt));
  }
  return verdict;
}

function findLost(lines: LedgerLine[], { id, history }: StoredAttempt): string[] {
  const rowsOf = Map.groupBy(history, ({ client }) => client);
  const acknowledged = lines.filter(({ kind, status }) => kind === 'save' && status === 200);
  return acknowledged
    .filter(({ client, seq, version, superseded }) => {
      const rows = rowsOf.get(client) ?? [];
      // A superseded mutation is held by the later one, which carried all that it did.
      if (superseded) return !rows.some((row) => row.seq > seq);
      return !rows.some((row) => row.seq === seq && row.version === version);
    })
    .map(({ seq, client }) => `${id}: ${client} was told that save ${seq} is kept`);
}

function findInvented(lines: LedgerLine[], { id, history }: StoredAttempt): string[] {
  const sent = new Map(
    lines.filter(({ values }) => values).map((line) => [line.mutationId, line] as const),
  );
  return history
    .filter(({ client, seq, delta }) => {
      const line = sent.get(`${client}:${seq}`);
      if (!line?.values) return true;
      const { values, kind } = line;
      const changes = Object.entries(delta);
      // Of what is handed in only the part that was news is written down.
      const complete = kind === 'submit' || changes.length === Object.keys(values).length;
      const same = changes.every(([key, { value }]) => isDeepStrictEqual(values[key], value));
      return !complete || !same;
    })
    .map(({ client, seq }) => `${id}: nobody sent save ${seq} of ${client} as it is kept`);
}

function findTorn({ id, version, answers, history }: StoredAttempt): string[] {
  const numbers = history.map((row) => row.version);
  const mutations = new Set(history.map(({ client, seq }) => `${client}:${seq}`));
  return [
    ...(mutations.size < history.length ? [`${id}: a save was applied more than once`] : []),
    ...(isDeepStrictEqual(
      numbers,
      [...Array(version).keys()].map((at) => at + 1),
    )
      ? []
      : [`${id}: the history has gaps`]),
    ...(isDeepStrictEqual(foldOf(history), valuesOf(answers))
      ? []
      : [`${id}: the answers are not what its history makes them`]),
  ];
}

/** What a history of changes comes to. */
export function foldOf(history: readonly HistoryRow[]): Record<string, AnswerValue> {
  return Object.assign({}, ...history.map(({ delta }) => valuesOf(delta))) as Record<
    string,
    AnswerValue
  >;
}

export function valuesOf(
  answers: Record<string, { value: AnswerValue }>,
): Record<string, AnswerValue> {
  return Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
}
