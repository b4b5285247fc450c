import type pg from 'pg';
import { type Database } from '../../../src/database/database.service.js';
import { AttemptsRepository } from '../../../src/modules/attempts/attempts.repository.js';
import { StaffAttemptsRepository } from '../../../src/modules/attempts/staff/staff-attempts.repository.js';
import { EXTREME, KIND, madeId, TYPICAL } from '../many-rows.js';
import { type HotQuery, PAGE, inTransaction } from './hot-query.js';

const DAY_SECONDS = 86_400;

async function positionIn(
  owner: pg.Client,
  where: string,
  offset: number,
): Promise<[string, string]> {
  const { rows } = await owner.query<{ at: Date; id: string }>(
    `SELECT started_at AS at, id FROM attempts WHERE ${where} ORDER BY started_at DESC, id DESC OFFSET ${offset} LIMIT 1`,
  );
  const [row] = rows;
  if (!row) throw new Error(`there is nothing ${offset} deep in ${where}`);
  return [row.at.toISOString(), row.id];
}

export async function attemptQueries(
  database: Database,
  owner: pg.Client,
): Promise<Record<string, HotQuery>> {
  const attempts = new AttemptsRepository(database);
  const staff = new StaffAttemptsRepository(database);
  const queries: Record<string, HotQuery> = {};
  const ofStudent = await positionIn(owner, `user_id = '${EXTREME.student}'`, 1_000);
  const ofQuiz = await positionIn(owner, `quiz_id = '${EXTREME.quiz}'`, 250_000);
  const places = (at: [string, string]) => ({
    first: null,
    'deep, onward': { side: 'after', at } as const,
    'deep, back': { side: 'before', at } as const,
  });
  for (const [name, student] of [
    ['a student', TYPICAL.student],
    ['a busy one', EXTREME.student],
  ] as const) {
    for (const [place, position] of Object.entries(places(ofStudent))) {
      queries[`the attempts of ${name}, ${place}`] = {
        run: () => attempts.listAttempts(student, null, position, PAGE),
      };
    }
    queries[`the attempts of ${name} at a quiz`] = {
      run: () => attempts.listAttempts(student, madeId(KIND.quiz, 7), null, PAGE),
      mayRead: 300,
    };
    queries[`how often ${name} sat a quiz`] = {
      run: inTransaction(database, (tx) =>
        attempts.getStartFacts(tx, student, madeId(KIND.quiz, 7)),
      ),
      mayRead: 101,
    };
    queries[`the open attempt of ${name}`] = {
      run: () => attempts.findOpenAttempt(student, EXTREME.quiz),
    };
    queries[`the open attempt of ${name} at a quiz just begun`] = {
      run: () => attempts.findOpenAttempt(student, EXTREME.newQuiz),
    };
    queries[`how often ${name} sat a quiz just begun`] = {
      run: inTransaction(database, (tx) => attempts.getStartFacts(tx, student, EXTREME.newQuiz)),
    };
  }
  for (const [name, quizId] of [
    ['a quiz', TYPICAL.quiz],
    ['a big quiz', EXTREME.quiz],
    ['a quiz just begun', EXTREME.newQuiz],
  ] as const) {
    for (const state of [null, 'OPEN', 'CLOSED', 'FLAGGED'] as const) {
      for (const [place, position] of Object.entries(places(ofQuiz))) {
        queries[`the attempts at ${name}, ${state ?? 'all'}, ${place}`] = {
          run: () => staff.listAttempts({ quizId, state }, position, PAGE),
        };
      }
    }
    queries[`whether ${name} may still get answers`] = {
      run: () => attempts.mayGetAnswers(quizId, 10 * DAY_SECONDS),
    };
  }
  return queries;
}
