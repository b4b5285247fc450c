import { inject } from 'vitest';
import { RunnerPage } from '../pages/runner-page';
import './stage';
import { until } from './until';
import type { Visitor } from './visitor';

/** A student with an attempt open in a tab. */
export async function sitDown(visitor: Visitor, quizId = inject('stage').quizId) {
  const page = await visitor.tab();
  const account = await visitor.register(page);
  const attemptId = await visitor.start(quizId);
  const runner = await new RunnerPage(page).open(visitor.baseUrl, attemptId);
  return { page, account, attemptId, runner };
}

/** For each question in turn the index of the option the server holds; -1 where there is none. */
export async function answersOnServer(visitor: Visitor, attemptId: string): Promise<number[]> {
  const { questions, answers } = await visitor.attempt(attemptId);
  return questions.map((question) =>
    question.options.findIndex((option) => option.id === answers[question.id]?.value),
  );
}

/** Waits until the server holds exactly these options for the first questions. */
export async function untilOnServer(
  visitor: Visitor,
  attemptId: string,
  options: number[],
): Promise<void> {
  await until(`the server has ${options.join(', ')}`, async () => {
    const answers = await answersOnServer(visitor, attemptId);
    return answers.slice(0, options.length).join() === options.join() ? true : null;
  });
}
